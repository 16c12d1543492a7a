import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { operations } from '#openapi/generated/control.ts';
import { reasonOf, useLoaded } from '../load.ts';
import { Problem } from '../parts/action.tsx';
import { Status } from '../parts/status.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { linkTo, route } from '../route.ts';
import { account, call } from '../session.ts';
import { EntityView } from './entity.tsx';
import type { Overview } from './now.tsx';

export type Description = operations['describeAccount']['responses'][200]['content']['application/json'];
type Kind = Description['kinds'][number];
type Page = operations['listEntities']['responses'][200]['content']['application/json'];
type Entity = Page['entities'][number];

const pageSize = 100;

/** Every kind as a table, or one entity. */
export function StateView() {
  const description = useLoaded<Description>('/_paddock/description');
  const overview = useLoaded<Overview>('/_paddock/overview', 2_000);
  const [name = 'customers', id] = route.value.parts;
  if (name === 'entity' && id !== undefined) return <EntityView id={id} />;
  if (description.problem !== undefined) return <Problem text={description.problem} />;
  const kind = description.data?.kinds.find((each) => each.kind === name);
  return (
    <div class="state">
      <nav class="kinds" aria-label="Kinds">
        {description.data?.kinds.map((each) => (
          <a key={each.kind} href={linkTo('state', each.kind)} aria-current={each.kind === name ? 'page' : undefined}>
            {each.kind.replaceAll('_', ' ')} <span class="quiet">{countOf(overview.data, each.kind)}</span>
          </a>
        ))}
      </nav>
      {kind && <Table key={kind.kind} kind={kind} />}
    </div>
  );
}

function countOf(overview: Overview | undefined, kind: string): string {
  if (kind === 'events') return overview?.events.toLocaleString('en') ?? '';
  const counts = overview?.entities.filter((each) => each.kind === kind) ?? [];
  return counts.reduce((sum, { number }) => sum + number, 0).toLocaleString('en');
}

function Table({ kind }: { kind: Kind }) {
  const status = useSignal('');
  const search = useSignal('');
  const field = useSignal(kind.filters.find((each) => each !== 'status') ?? '');
  const value = useSignal('');
  const order = useSignal('id[DESC]');
  const entities = useSignal<readonly Entity[]>([]);
  const total = useSignal(0);
  const hasMore = useSignal(true);
  const problem = useSignal<string | undefined>(undefined);
  /** Counts queries, so that a late page of an earlier one is dropped. */
  const queryNumber = useRef(0);
  const isLoading = useRef(false);
  const where = [
    ...(status.value === '' ? [] : [`status=${status.value}`]),
    ...(value.value.trim() === '' ? [] : [`${field.value}=${value.value.trim()}`]),
  ];
  const query = new URLSearchParams({ kind: kind.kind, order_by: order.value, limit: String(pageSize) });
  if (where.length > 0) query.set('where', where.join(','));
  if (search.value.trim() !== '') query.set('search', search.value.trim());
  const path = `/_paddock/entities?${query}`;

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
    const timer = setTimeout(() => void load(true), 120);
    return () => clearTimeout(timer);
  }, [load, chosen]);

  const rows = entities.value;
  return (
    <section class="list" aria-label={kind.kind.replaceAll('_', ' ')}>
      <div class="filters">
        {kind.is_searchable && (
          <label>
            Search
            <input
              type="search"
              placeholder="ID, name, email"
              onInput={({ currentTarget }) => {
                search.value = currentTarget.value;
              }}
            />
          </label>
        )}
        {kind.statuses.length > 0 && (
          <label>
            Status
            <select
              onChange={({ currentTarget }) => {
                status.value = currentTarget.value;
              }}
            >
              <option value="">All</option>
              {kind.statuses.map((each) => (
                <option key={each} value={each}>
                  {each.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          </label>
        )}
        {field.value !== '' && (
          <label>
            Field
            <select
              value={field.value}
              onChange={({ currentTarget }) => {
                field.value = currentTarget.value;
              }}
            >
              {kind.filters
                .filter((each) => each !== 'status' || kind.statuses.length === 0)
                .map((each) => (
                  <option key={each}>{each}</option>
                ))}
            </select>
          </label>
        )}
        {field.value !== '' && (
          <label>
            is
            <input
              type="text"
              placeholder="any value"
              onInput={({ currentTarget }) => {
                value.value = currentTarget.value;
              }}
            />
          </label>
        )}
        <label>
          Order
          <select
            onChange={({ currentTarget }) => {
              order.value = currentTarget.value;
            }}
          >
            {['id', ...kind.times].flatMap((each) => [
              <option key={`${each} down`} value={`${each}[DESC]`}>
                {each === 'id' ? 'newest first' : `${each}, latest first`}
              </option>,
              <option key={`${each} up`} value={`${each}[ASC]`}>
                {each === 'id' ? 'oldest first' : `${each}, earliest first`}
              </option>,
            ])}
          </select>
        </label>
      </div>
      {problem.value !== undefined && <Problem text={problem.value} />}
      <p class="quiet">{total.value > 100_000 ? 'more than 100,000' : total.value.toLocaleString('en')} in this list</p>
      <VirtualList
        label={kind.kind.replaceAll('_', ' ')}
        count={rows.length}
        rowHeight={52}
        keyOf={(index) => idOf(rows[index] ?? {})}
        row={(index) => <Row entity={rows[index] ?? {}} kind={kind.kind} />}
        onEnd={() => {
          if (hasMore.value) void load(false);
        }}
      />
    </section>
  );
}

function Row({ entity, kind }: { entity: Entity; kind: string }) {
  const id = idOf(entity);
  const { status, created_at, occurred_at } = entity;
  const content = (
    <>
      <span class="main">
        <b>{titleOf(entity)}</b>
        <code>{id}</code>
      </span>
      {typeof status === 'string' && <Status status={status} />}
      <span class="quiet side">{String(created_at ?? occurred_at ?? '').slice(0, 10)}</span>
    </>
  );
  const shown = kind === 'events' ? String(Object(entity['data']).id ?? '') : id;
  return (
    <a class="row" href={linkTo('state', 'entity', shown)}>
      {content}
    </a>
  );
}

function idOf(entity: Entity): string {
  return String(entity['id'] ?? entity['event_id'] ?? '');
}

/** What a reader knows an entity by. */
function titleOf(entity: Entity): string {
  const { name, email, description, destination, event_type, first_line, code, details, customer_id, card, balance } =
    entity;
  const totals = Object(Object(details).totals);
  if (typeof totals.grand_total === 'string' && typeof totals.currency_code === 'string')
    return amount(totals.grand_total, totals.currency_code);
  const items = Object(entity['items'])[0];
  const product = Object(Object(items).product).name;
  const known = [
    name,
    email,
    destination,
    event_type,
    description,
    code,
    first_line,
    product,
    Object(card).last4,
    Object(balance).available,
    customer_id,
  ];
  return known.map((each) => (typeof each === 'string' ? each : '')).find((each) => each !== '') ?? idOf(entity);
}

/** Writes an amount of a currency's smallest unit. */
function amount(text: string, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(Number(text) / 10 ** digits);
}
