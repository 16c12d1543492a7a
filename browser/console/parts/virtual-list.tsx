import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type ListOptions = {
  label: string;
  count: number;
  rowHeight: number;
  /** Draws a row, which has a link or a button to be reached by keyboard. */
  row: (index: number) => ComponentChildren;
  keyOf: (index: number) => string | number;
  /** Called when the end comes into view, to load more. */
  onEnd?: () => void;
};

/** Rows beyond the visible ones, so that scrolling by keyboard finds the next one. */
const spare = 6;

/** A list that draws only its visible rows, however long it is. */
export function VirtualList({ label, count, rowHeight, row, keyOf, onEnd }: ListOptions) {
  const top = useSignal(0);
  const height = useSignal(600);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      height.value = current.clientHeight;
      // A hidden list forgets how far it was scrolled.
      if (current.clientHeight > 0) current.scrollTop = top.value;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(top.value / rowHeight) - spare);
  const last = Math.min(count, Math.ceil((top.value + height.value) / rowHeight) + spare);
  useEffect(() => {
    if (last >= count && count > 0) onEnd?.();
  }, [last, count, onEnd]);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  return (
    <div
      class="virtual"
      ref={place}
      onScroll={({ currentTarget }) => {
        top.value = currentTarget.scrollTop;
      }}
    >
      <ul aria-label={label} style={{ height: `${count * rowHeight}px` }}>
        {rows.map((index) => (
          <li key={keyOf(index)} style={{ transform: `translateY(${index * rowHeight}px)`, height: `${rowHeight}px` }}>
            {row(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
