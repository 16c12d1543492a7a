import { redactValue } from '#openapi/exchange/redact.ts';
import type { operations } from '#openapi/generated/control.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { kindNames, kinds } from '../../resources/kinds.ts';
import { columnOf } from '../../state/database/entity-row.ts';
import type { TextTable } from '../../state/lists/text-table.ts';
import { didYouMean } from '../../text/did-you-mean.ts';

type EntityQuery = NonNullable<operations['listEntities']['parameters']['query']>;
export type EntityPage = operations['listEntities']['responses'][200]['content']['application/json'];

/** A table that can be listed, with its filters and the times that it is sorted by. */
type Listed = { table: TextTable; filters: readonly string[]; times: readonly string[] };

/** Lists entities of a kind, or events. @throws UsageError for an unknown kind, filter or order */
export function listEntities(account: Account, query: EntityQuery): EntityPage {
  const { table, filters, times } = listedAs(account, query.kind);
  const [, by = 'id', direction] = /^([a-z_.]+)\[(ASC|DESC)\]$/.exec(query.order_by ?? 'id[DESC]') ?? [];
  if (by !== 'id' && !times.includes(by)) throw unknown('list by', by, ['id', ...times]);
  const page = table.list({
    where: conditionsOf(query.where ?? [], filters),
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

function listedAs({ store }: Account, name: string): Listed {
  if (name === 'events') return { table: store.events, filters: ['event_type'], times: [] };
  const kind = kindNames.find((each) => each === name);
  if (!kind) throw unknown('list the kind', name, [...kindNames, 'events']);
  return { table: store[kind], filters: kinds[kind].keys, times: kinds[kind].times };
}

function conditionsOf(given: readonly string[], filters: readonly string[]): Record<string, string[]> {
  const where: Record<string, string[]> = {};
  for (const condition of given) {
    const [field = '', value] = condition.split(/=(.*)/s);
    if (!filters.includes(field) || value === undefined)
      throw unknown(
        'filter by',
        condition,
        filters.map((name) => `${name}=…`),
      );
    const column = columnOf(field);
    where[column] = [...(where[column] ?? []), value];
  }
  return where;
}

function unknown(task: string, name: string, known: readonly string[]): UsageError {
  const advice = didYouMean(name, known) || ` Use one of ${known.join(', ')}.`;
  return new UsageError(`Could not ${task} ${name}: there is none.${advice}`);
}
