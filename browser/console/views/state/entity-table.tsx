import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { operations } from '#openapi/generated/control.ts';
import { reasonOf } from '../../load.ts';
import { Problem } from '../../parts/action.tsx';
import { Choice, Text } from '../../parts/field.tsx';
import { Status } from '../../parts/status.tsx';
import { VirtualList } from '../../parts/virtual-list.tsx';
import { linkTo, query, setQuery } from '../../route.ts';
import { account, call } from '../../session.ts';
import { Conditions, conditions, type Kind } from './conditions.tsx';
import { type Entity, idOf, titleOf } from './titles.ts';

type Page = operations['listEntities']['responses'][200]['content']['application/json'];

const pageSize = 100;
/** Typing is waited for before the list is asked for. */
const typingMs = 120;

/** A kind as a table with the filters, the order, the search and the pages of its list. */
export function EntityTable({ kind }: { kind: Kind }) {
  const { entities, total, problem, isLoaded, more } = usePages(pathOf(kind));
  const name = kind.kind.replaceAll('_', ' ');
  const status = conditions().find((each) => each.startsWith('status=')) ?? '';
  const isFiltered = conditions().length > 0 || query.value.has('search');
  return (
    <section class="list" aria-label={name}>
      <div class="filters">
        {kind.is_searchable && (
          <Text
            label="Search"
            type="search"
            placeholder="ID, name, email"
            value={query.value.get('search') ?? ''}
            onChange={(search) => setQuery({ search })}
          />
        )}
        {kind.statuses.length > 0 && (
          <Choice
            label="Status"
            value={status}
            onChange={(chosen) =>
              setQuery({ where: [chosen, ...conditions().filter((each) => !each.startsWith('status='))] })
            }
          >
            <option value="">All</option>
            {kind.statuses.map((each) => (
              <option key={each} value={`status=${each}`}>
                {each.replaceAll('_', ' ')}
              </option>
            ))}
          </Choice>
        )}
        <Choice label="Order" value={query.value.get('order') ?? ''} onChange={(order) => setQuery({ order })}>
          <option value="">newest first</option>
          <option value="id[ASC]">oldest first</option>
          {kind.times.flatMap((each) => [
            <option key={`${each} down`} value={`${each}[DESC]`}>{`${each}, latest first`}</option>,
            <option key={`${each} up`} value={`${each}[ASC]`}>{`${each}, earliest first`}</option>,
          ])}
        </Choice>
      </div>
      <Conditions kind={kind} />
      {problem !== undefined && <Problem text={problem} />}
      <p class="quiet" role="status">
        {total > 100_000 ? 'more than 100,000' : total.toLocaleString('en')} in this list
      </p>
      {isLoaded && entities.length === 0 ? (
        <p class="empty">
          {isFiltered ? `No ${name} match.` : `There are no ${name} yet.`}{' '}
          {!isFiltered && <a href={linkTo('steer')}>Add a seed or trigger an event</a>}
        </p>
      ) : (
        <VirtualList
          label={name}
          count={entities.length}
          rowHeight={52}
          keyOf={(index) => idOf(entities[index] ?? {})}
          row={(index) => <Row entity={entities[index] ?? {}} />}
          onEnd={more}
        />
      )}
    </section>
  );
}

function pathOf(kind: Kind): string {
  const wanted = new URLSearchParams({ kind: kind.kind, limit: String(pageSize) });
  wanted.set('order_by', query.value.get('order') ?? 'id[DESC]');
  for (const condition of conditions()) wanted.append('where', condition);
  const search = query.value.get('search')?.trim();
  if (search) wanted.set('search', search);
  return `/_paddock/entities?${wanted}`;
}

/** Loads the pages of a list, one after the other. */
function usePages(path: string) {
  const entities = useSignal<readonly Entity[]>([]);
  const total = useSignal(0);
  const hasMore = useSignal(true);
  const isLoaded = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  /** Counts queries, so that a late page of an earlier one is dropped. */
  const queryNumber = useRef(0);
  const isLoading = useRef(false);
  const load = useCallback(
    async (isFirst: boolean) => {
      if (isLoading.current && !isFirst) return;
      const own = queryNumber.current;
      isLoading.current = true;
      const last = entities.value.at(-1);
      const after = isFirst || !last ? '' : `&after=${encodeURIComponent(idOf(last))}`;
      try {
        const page = await call<Page>('GET', path + after);
        if (own !== queryNumber.current) return;
        entities.value = isFirst ? page.entities : [...entities.value, ...page.entities];
        total.value = page.total;
        hasMore.value = page.has_more;
        isLoaded.value = true;
        problem.value = undefined;
      } catch (error) {
        if (own === queryNumber.current) problem.value = reasonOf(error);
      }
      isLoading.current = false;
    },
    [path],
  );
  const chosen = account.value;
  useEffect(() => {
    queryNumber.current += 1;
    const timer = setTimeout(() => void load(true), isLoaded.value ? typingMs : 0);
    return () => clearTimeout(timer);
  }, [load, chosen]);
  return {
    entities: entities.value,
    total: total.value,
    problem: problem.value,
    isLoaded: isLoaded.value,
    more: () => {
      if (hasMore.value && problem.value === undefined) void load(false);
    },
  };
}

function Row({ entity }: { entity: Entity }) {
  const id = idOf(entity);
  const { status, created_at, occurred_at } = entity;
  return (
    <a class="row" href={linkTo('state', 'entity', id)}>
      <span class="main">
        <b>{titleOf(entity)}</b>
        <code>{id}</code>
      </span>
      {typeof status === 'string' && <Status status={status} />}
      <span class="quiet side">{String(created_at ?? occurred_at ?? '').slice(0, 10)}</span>
    </a>
  );
}
