import { useEffect, useRef } from 'preact/hooks';
import { type Description, useLoaded } from '../load.ts';
import { Problem } from '../parts/action.tsx';
import { linkTo, route } from '../route.ts';
import { EntityView } from './entity.tsx';
import type { Overview } from './now.tsx';
import { EntityTable } from './state/entity-table.tsx';

/** Every kind as a table, or one entity. */
export function StateView() {
  const [name = 'customers', id] = route.value.parts;
  return name === 'entity' && id !== undefined ? <EntityView key={id} id={id} /> : <Tables name={name} />;
}

function Tables({ name }: { name: string }) {
  const description = useLoaded<Description>('/_paddock/description');
  const overview = useLoaded<Overview>('/_paddock/overview', 2_000);
  const kinds = useRef<HTMLElement>(null);
  const isKnown = description.data !== undefined;
  useEffect(() => {
    const chosen = kinds.current?.querySelector('[aria-current]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [name, isKnown]);
  if (description.problem !== undefined) return <Problem text={description.problem} />;
  if (!description.data) return <p class="quiet">Loading…</p>;
  const kind = description.data.kinds.find((each) => each.kind === name);
  return (
    <div class="state">
      <nav class="kinds" aria-label="Kinds" ref={kinds}>
        {description.data.kinds.map((each) => (
          <a key={each.kind} href={linkTo('state', each.kind)} aria-current={each.kind === name ? 'page' : undefined}>
            {each.kind.replaceAll('_', ' ')} <span class="quiet">{countOf(overview.data, each.kind)}</span>
          </a>
        ))}
      </nav>
      {kind ? (
        <EntityTable key={kind.kind} kind={kind} />
      ) : (
        <p class="empty">There is no kind {name}. Choose one of the list.</p>
      )}
    </div>
  );
}

function countOf(overview: Overview | undefined, kind: string): string {
  if (kind === 'events') return overview?.events.toLocaleString('en') ?? '';
  const counts = overview?.entities.filter((each) => each.kind === kind) ?? [];
  return counts.reduce((sum, { number }) => sum + number, 0).toLocaleString('en');
}
