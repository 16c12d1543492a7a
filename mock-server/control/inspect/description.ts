import type { Seed } from '#fixtures/seeds/seed.ts';
import type { operations } from '#openapi/generated/control.ts';
import type { Account } from '../../account/account.ts';
import { type Kind, kindNames, kinds } from '../../resources/kinds.ts';
import { behaviourNames, behaviourTable } from '../../spec/behaviours.ts';
import { triggerable } from '../handlers/trigger.ts';
import { eventFilters, filtersOf } from './entity-list.ts';

type Description = operations['describeAccount']['responses'][200]['content']['application/json'];

/** Describes what of an account can be listed and steered. */
export async function describeAccount(account: Account): Promise<Description> {
  // Loaded on demand, since the seeds are large.
  const { loadSeed, seedNames } = await import('#fixtures/seeds/seed.ts');
  return {
    kinds: [
      ...kindNames.map((kind) => describeKind(account, kind)),
      { kind: 'events', filters: [...eventFilters], statuses: [], times: [], is_searchable: false },
    ],
    operations: [...account.spec.operations.keys()],
    behaviours: behaviourNames.map((name) => {
      const { summary, guide, official, values } = behaviourTable[name];
      return {
        name,
        summary,
        guide,
        official,
        values: Object.entries(values).map(([value, about]) => ({ value, ...about })),
      };
    }),
    triggers: triggerable.filter((type) => account.spec.eventTypes.has(type)),
    seeds: seedNames.map((name) => ({ name, entities: countsOf(loadSeed(name)) })),
  };
}

function countsOf(seed: Seed): Record<string, number> {
  return Object.fromEntries(Object.entries(seed).map(([kind, entities]) => [kind, entities.length]));
}

function describeKind({ spec }: Account, kind: Kind): Description['kinds'][number] {
  const { times, schema } = kinds[kind];
  const values = spec.schemas.find(schema)?.properties.get('status')?.node['enum'];
  return {
    kind,
    filters: filtersOf(kind),
    statuses: Array.isArray(values) ? values.map(String) : [],
    times: [...times],
    is_searchable: true,
  };
}
