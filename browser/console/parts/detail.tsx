import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type DetailOptions = { label: string; id: string; back: string; backTitle: string; children: ComponentChildren };

/** Details of a row in a list. They take the focus, and Escape returns it to the row. */
export function Detail({ label, id, back, backTitle, children }: DetailOptions) {
  const place = useRef<HTMLElement>(null);
  // Before the next key can be pressed, which would go to the row.
  useLayoutEffect(() => {
    place.current?.focus({ preventScroll: true });
  }, [id]);
  const close = () => {
    const row = document.querySelector<HTMLElement>('.row[aria-current]');
    location.hash = back;
    row?.focus();
  };
  return (
    <section
      class="detail"
      aria-label={label}
      tabIndex={-1}
      ref={place}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <a class="back" href={back}>
        ← {backTitle}
      </a>
      {children}
    </section>
  );
}
