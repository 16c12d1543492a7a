import { redactValue } from '#openapi/exchange/redact.ts';
import type { operations } from '#openapi/generated/control.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { type Kind, kindNames, kinds } from '../../resources/kinds.ts';
import { columnOf } from '../../state/database/entity-row.ts';
import { type ListQuery, nothing, type TimeBound } from '../../state/lists/list-query.ts';
import type { TextTable } from '../../state/lists/text-table.ts';
import { didYouMean } from '../../text/did-you-mean.ts';

type EntityQuery = NonNullable<operations['listEntities']['parameters']['query']>;
export type EntityPage = operations['listEntities']['responses'][200]['content']['application/json'];

/** Fields that events are filtered by. */
export const eventFilters = ['id', 'event_type'];

/** A table that can be listed, with its filters and the times that it is sorted by. */
type Listed = { table: TextTable; filters: readonly string[]; times: readonly string[] };

/** Lists entities of a kind, or events. @throws UsageError for an unknown kind, filter or order */
export function listEntities(account: Account, query: EntityQuery): EntityPage {
  const { table, filters, times } = listedAs(account, query.kind);
  const [, by = 'id', direction] = /^([a-z_.]+)\[(ASC|DESC)\]$/.exec(query.order_by ?? 'id[DESC]') ?? [];
  if (by !== 'id' && !times.includes(by)) throw unknown('list by', by, ['id', ...times]);
  const page = table.list({
    ...conditionsOf(query.where ?? [], filters, times),
    ...(query.search ? { search: query.search } : {}),
    after: query.after,
    by: columnOf(by),
    order: direction === 'ASC' ? 'ASC' : 'DESC',
    limit: query.limit ?? 50,
  });
  return {
    // Redacting keeps an object an object.
    entities: page.texts.map((text) => redactValue(JSON.parse(text)) as EntityPage['entities'][number]),
    has_more: page.hasMore,
    total: page.estimatedTotal,
  };
}

/** Filter of subscriptions by the prices of their items. */
const itemsFilter = 'price_id';

/** Returns the fields that a list filters by, beside its times. */
export function filtersOf(kind: Kind): string[] {
  return ['id', ...kinds[kind].keys, ...(kind === 'subscriptions' ? [itemsFilter] : [])];
}

function listedAs({ store }: Account, name: string): Listed {
  if (name === 'events') return { table: store.events, filters: eventFilters, times: [] };
  const kind = kindNames.find((each) => each === name);
  if (!kind) throw unknown('list the kind', name, [...kindNames, 'events']);
  return { table: store[kind], filters: filtersOf(kind), times: kinds[kind].times };
}

const operators: Readonly<Record<string, TimeBound['operator']>> = { GT: '>', GTE: '>=', LT: '<', LTE: '<=' };

/** Reads conditions such as `status=active` and `updated_at[GTE]=2026-07-01T00:00:00Z`. */
function conditionsOf(
  given: readonly string[],
  filters: readonly string[],
  times: readonly string[],
): Pick<ListQuery, 'where' | 'times' | 'prices'> {
  const where: Record<string, (string | number)[]> = {};
  const bounds: TimeBound[] = [];
  const prices: string[] = [];
  for (const condition of given) {
    const [, field = '', operator, value = ''] = /^([a-z_.]+)(?:\[(GTE?|LTE?)\])?=(.*)$/s.exec(condition) ?? [];
    const isTime = times.includes(field);
    const bound = operator === undefined ? undefined : operators[operator];
    if (bound !== undefined ? !isTime : !isTime && !filters.includes(field))
      throw unknown(
        'filter by',
        condition,
        [...filters, ...times].map((name) => `${name}=…`),
      );
    if (bound !== undefined) bounds.push({ column: field, operator: bound, time: timeOf(field, value) });
    else if (field === itemsFilter) prices.push(value);
    else {
      const column = columnOf(field);
      where[column] = [...(where[column] ?? []), isTime && value !== nothing ? timeOf(field, value) : value];
    }
  }
  return { where, times: bounds, prices: prices.length > 0 ? prices : undefined };
}

function timeOf(field: string, text: string): number {
  const time = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(time))
    throw new UsageError(`Could not filter by ${field}: ${text} is no time. Use one such as 2026-07-01T00:00:00Z.`);
  return time;
}

function unknown(task: string, name: string, known: readonly string[]): UsageError {
  const advice = didYouMean(name, known) || ` Use one of ${known.join(', ')}.`;
  return new UsageError(`Could not ${task} ${name}: there is none.${advice}`);
}
