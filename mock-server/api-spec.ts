import { applyChanges, type DocumentChange, type JsonObject } from '#openapi/document-changes.ts';
import changesJson from '#openapi/generated/changes.json' with { type: 'json' };
import guideJson from '#openapi/generated/guide.json' with { type: 'json' };
import type { Behaviours } from './behaviours.ts';
import { type Operation, readSpec, type Spec } from './spec.ts';

// The place where the documents, which TypeScript sees as huge literals, become plain JSON.
const guide = guideJson as JsonObject;
const changes = changesJson as DocumentChange[];

/** All changes that behaviours make to the guide's document. */
export const documentChanges: readonly DocumentChange[] = changes;

const specOfGuide = readSpec(guide);

/** By the behaviours whose changes are in force. */
const specs = new Map([['', specOfGuide]]);

/** The API as a mix of behaviours has it. Accounts with the same mix share it. */
export function specOf(behaviours: Behaviours): Spec {
  const inForce = changesOf(behaviours);
  const name = [...new Set(inForce.map((change) => change.behaviour))].join();
  const known = specs.get(name);
  if (known) return known;
  const spec = readSpec(applyChanges(guide, inForce));
  specs.set(name, spec);
  return spec;
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
