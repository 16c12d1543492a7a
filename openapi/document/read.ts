import changesJson from '../generated/changes.json' with { type: 'json' };
import controlJson from '../generated/control.json' with { type: 'json' };
import guideJson from '../generated/guide.json' with { type: 'json' };
import { BoundedCache } from './bounded-cache.ts';
import { applyChanges, type DocumentChange } from './changes.ts';
import type { JsonObject } from './json.ts';

// The casts turn the huge literal types of the documents into plain JSON.
const guide = guideJson as JsonObject;

export const controlDocument = controlJson as JsonObject;

/** All changes that behaviours make to the guide's document. */
export const documentChanges = changesJson as readonly DocumentChange[];

/** Values by behaviour. */
type Mix = Readonly<Record<string, string>>;

/** Documents by the name of their mix of behaviours, of which thousands are possible. */
const documents = new BoundedCache<JsonObject>(40);

/** Names of mixes, computed once per object. */
const names = new WeakMap<Mix, string>();

/**
 * Returns the API's document for a mix of behaviours: the guide's with the changes of their values. Mixes with the same
 * changes share one object, which must not be modified.
 */
export function documentOf(mix: Mix): JsonObject {
  const name = nameOf(mix);
  return name === '' ? guide : documents.get(name, () => applyChanges(guide, changesOf(mix)));
}

function nameOf(mix: Mix): string {
  const known = names.get(mix);
  if (known !== undefined) return known;
  const name = [...new Set(changesOf(mix).map(({ behaviour, value }) => `${behaviour}=${value}`))].join();
  names.set(mix, name);
  return name;
}

function changesOf(mix: Mix): DocumentChange[] {
  return documentChanges.filter(({ behaviour, value }) => mix[behaviour] === value);
}

/** Returns the guide's document, the official one (the guide's with all changes) or the control plane's. */
export function readDocument(name: 'guide' | 'official' | 'control'): JsonObject {
  if (name === 'official') return applyChanges(guide, documentChanges);
  return name === 'guide' ? guide : controlDocument;
}
