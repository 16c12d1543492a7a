import type { Moment } from '../resources/moment.ts';
import type { UncheckedSeed } from '../state/seeds.ts';

/** What entities are imported from: the text of a CSV file, or JSON as the API answered it. */
export type ImportSource = { csv: string } | { recorded: unknown };

/** The kinds that can be imported, by the prefix of their IDs. */
export const kindsByPrefix = {
  ctm: 'customers',
  add: 'addresses',
  biz: 'businesses',
  sub: 'subscriptions',
  txn: 'transactions',
} as const satisfies Record<string, keyof UncheckedSeed>;

/** One entity of a source, not checked yet. */
export type ImportRow = {
  /** Where it stands: the line of a CSV file, or the number of the entity, from 1. */
  row: number;
  entity: Readonly<Record<string, unknown>>;
};

/** What an entity gets that the source says nothing of. */
export type ImportDefaults = Moment & { makeId: (prefix: keyof typeof kindsByPrefix) => string };

/** The kind that an ID tells of; undefined for another ID, or none. */
export function kindOf(id: unknown): keyof UncheckedSeed | undefined {
  const prefix = typeof id === 'string' ? id.split('_')[0] : undefined;
  const found = Object.entries(kindsByPrefix).find(([known]) => known === prefix);
  return found?.[1];
}
