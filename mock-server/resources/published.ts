import type { EntityText } from '../state/lists/text-table.ts';
import { type Kind, kinds } from './kinds.ts';

/** Returns the text of an entity without what responses leave out. */
export function published(kind: Kind, text: EntityText): EntityText {
  const { unpublished = [] } = kinds[kind];
  const fields = Object.entries(JSON.parse(text)).filter(([field]) => !unpublished.includes(field));
  return JSON.stringify(Object.fromEntries(fields));
}
