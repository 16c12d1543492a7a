import type { ComponentChildren } from 'preact';
import { Copy } from './copy.tsx';

/** Text in a box that scrolls, and can be copied. */
export function Code({ label, text, children = text }: { label: string; text: string; children?: ComponentChildren }) {
  return (
    <figure class="code">
      <figcaption>
        {label} <Copy text={text} label={`Copy ${label}`} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section tabIndex={0} aria-label={label}>
        <pre>{children}</pre>
      </section>
    </figure>
  );
}
