import { applyChanges, type DocumentChange, type JsonObject } from '#openapi/document-changes.ts';
import changesJson from '#openapi/generated/changes.json' with { type: 'json' };
import guideJson from '#openapi/generated/guide.json' with { type: 'json' };
import type { Behaviours } from './behaviours.ts';
import { type Operation, readSpec, type Spec } from './spec.ts';
import { BoundedCache } from './state/bounded-cache.ts';

// The place where the documents, which TypeScript sees as huge literals, become plain JSON.
const guide = guideJson as JsonObject;
const changes = changesJson as DocumentChange[];

/** All changes that behaviours make to the guide's document. */
export const documentChanges: readonly DocumentChange[] = changes;

const specOfGuide = readSpec(guide);

/** Mixes of behaviours whose documents are kept: each takes a megabyte, and there are thousands. */
const mixesAtMost = 40;

/** By the behaviours whose changes are in force. */
const specs = new BoundedCache<Spec>(mixesAtMost);

/** Names of mixes, so that an account's document is found without comparing its behaviours each time. */
const names = new WeakMap<Behaviours, string>();

/** The API as a mix of behaviours has it. Accounts with the same mix share it. */
export function specOf(behaviours: Behaviours): Spec {
  const name = nameOf(behaviours);
  return name === '' ? specOfGuide : specs.get(name, () => readSpec(documentOf(behaviours)));
}

function nameOf(behaviours: Behaviours): string {
  const known = names.get(behaviours);
  if (known !== undefined) return known;
  const name = [...new Set(changesOf(behaviours).map((change) => `${change.behaviour}=${change.value}`))].join();
  names.set(behaviours, name);
  return name;
}

/** The API's document as a mix of behaviours has it. */
export function documentOf(behaviours: Behaviours): JsonObject {
  return applyChanges(guide, changesOf(behaviours));
}

function changesOf(behaviours: Behaviours): DocumentChange[] {
  const values = new Map<string, string>(Object.entries(behaviours));
  return changes.filter((change) => values.get(change.behaviour) === change.value);
}

/** All operations that there are under any behaviours: the guide's document has each of them. */
export function allOperations(): readonly Operation[] {
  return [...specOfGuide.operations.values()];
}
