import changesJson from '../generated/changes.json' with { type: 'json' };
import controlJson from '../generated/control.json' with { type: 'json' };
import guideJson from '../generated/guide.json' with { type: 'json' };
import { BoundedCache } from './bounded-cache.ts';
import { applyChanges, type DocumentChange } from './changes.ts';
import type { JsonObject } from './json.ts';

// The place where the documents, which TypeScript sees as huge literals, become plain JSON.
const guide = guideJson as JsonObject;

/** The document of the control plane. */
export const controlDocument = controlJson as JsonObject;

/** All changes that behaviours make to the guide's document. */
export const documentChanges = changesJson as readonly DocumentChange[];

/** Values by behaviour. */
type Mix = Readonly<Record<string, string>>;

/** Mixes of behaviours whose documents are kept: each takes a megabyte, and there are thousands. */
const documents = new BoundedCache<JsonObject>(40);

/** Names of mixes, so that a document is found without comparing the behaviours each time. */
const names = new WeakMap<Mix, string>();

/**
 * The API's document as a mix of behaviours has it: the guide's with the changes that belong to their values. Mixes with the
 * same changes share one object, which must not be changed.
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

/** The guide's document, the official one, which has all changes, or the control plane's. */
export function readDocument(name: 'guide' | 'official' | 'control'): JsonObject {
  if (name === 'official') return applyChanges(guide, documentChanges);
  return name === 'guide' ? guide : controlDocument;
}
