import type { EntityText } from '../state/lists/text-table.ts';
import { type Kind, kinds } from './kinds.ts';

/** Returns the text of an entity without what responses leave out. */
export function published(kind: Kind, text: EntityText): EntityText {
  return JSON.stringify(publishedOf(kind, JSON.parse(text)));
}

/** Returns the fields of an entity that are published. */
export function publishedOf(kind: Kind, entity: object): object {
  const { unpublished = [] } = kinds[kind];
  return Object.fromEntries(Object.entries(entity).filter(([field]) => !unpublished.includes(field)));
}
