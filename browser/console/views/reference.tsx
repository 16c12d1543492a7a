import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { reasonOf, useLoaded } from '../load.ts';
import { Problem } from '../parts/action.tsx';
import { linkTo } from '../route.ts';

/** The whole reference of a served document, drawn by Swagger UI. */
export function Reference({ name }: { name: string }) {
  const { data, problem } = useLoaded<object>(`/_paddock/openapi/${encodeURIComponent(name)}.json`);
  const place = useRef<HTMLDivElement>(null);
  const failure = useSignal<string | undefined>(undefined);
  useEffect(() => {
    const { current } = place;
    if (!data || !current) return;
    import('../reference.ts').then(
      ({ drawReference }) => drawReference(current, data),
      (error) => {
        failure.value = reasonOf(error);
      },
    );
  }, [data]);
  const reason = problem ?? failure.value;
  return (
    <>
      <a class="back" href={linkTo('docs')}>
        ← All documents
      </a>
      {reason !== undefined && <Problem text={reason} />}
      {!data && reason === undefined && <p class="quiet">Loading…</p>}
      <div class="reference" ref={place} />
    </>
  );
}
