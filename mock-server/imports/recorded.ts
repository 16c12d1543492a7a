import { isObject } from '#openapi/document/json.ts';

/** An entity found in a recording. */
export type Found = {
  entity: Fields;
  /** The entity that includes it, if any. */
  within?: Fields;
  /** Set for a response without an entity: an error, a preview, a link. */
  isOther?: true;
};

type Fields = Readonly<Record<string, unknown>>;

/** Fields in which responses, webhooks, notifications and recorded exchanges hold their content. */
const envelopes = ['data', 'payload', 'response', 'body'] as const;

/** Maximum nesting. No recording comes near it. */
const depthAtMost = 50;

/**
 * Finds the entities of recorded JSON, in order: in responses, lists, webhooks, notifications, exchanges, bare
 * entities, and arrays of all of these; behind each, its included entities.
 *
 * @param isKnown returns true for IDs of entities that can be imported
 * @returns the entities, with pauses in between for other work
 */
export function findRecorded(json: unknown, isKnown: IsKnown): Generator<Found | 'pause'> {
  return findIn(json, isKnown, depthAtMost, false);
}

type IsKnown = (id: unknown) => boolean;

function* findIn(json: unknown, isKnown: IsKnown, depth: number, isInAnswer: boolean): Generator<Found | 'pause'> {
  if (Array.isArray(json) && depth > 0) {
    for (const part of json) yield* findIn(part, isKnown, depth - 1, isInAnswer);
    return;
  }
  // Reported as an entity that cannot be added, since no ID is like that.
  if (!isObject(json)) {
    yield { entity: {} };
    return;
  }
  const envelope = isKnown(json['id']) ? undefined : envelopes.find((name) => hasParts(json[name]));
  if (envelope !== undefined && depth > 0) yield* findIn(json[envelope], isKnown, depth - 1, true);
  else {
    const isOther = !('id' in json) && (isInAnswer || isAnswer(json));
    yield { entity: json, ...(isOther && { isOther }) };
    yield* includedIn(json, isKnown, depth);
  }
}

/** Parts of an entity between two pauses. */
const partsAtOnce = 1_000;

/**
 * Finds the entities within an entity without recursion: nested generators would take most of the time of a large
 * import.
 */
function* includedIn(within: Fields, isKnown: IsKnown, depthLeft: number): Generator<Found | 'pause'> {
  const left: { part: Fields; depthLeft: number }[] = [];
  pushParts(left, within, depthLeft);
  for (let seen = 1; ; seen += 1) {
    const next = left.pop();
    if (!next) return;
    if (isKnown(next.part['id'])) yield { entity: next.part, within };
    pushParts(left, next.part, next.depthLeft);
    if (seen % partsAtOnce === 0) yield 'pause';
  }
}

/** Pushes the parts in reverse order, so that the first is popped first. */
function pushParts(left: { part: Fields; depthLeft: number }[], whole: Fields, depthLeft: number): void {
  if (depthLeft === 0) return;
  const parts = Object.values(whole);
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (hasParts(part)) left.push({ part, depthLeft: depthLeft - 1 });
  }
}

/** Returns true for recorded JSON, and false for a seed, which has lists by kind. */
export function isRecording(json: object): boolean {
  return 'id' in json || isAnswer(json);
}

function isAnswer(json: object): boolean {
  return 'error' in json || envelopes.some((name) => name in json);
}

/** Tests for an object or an array. */
function hasParts(value: unknown): value is Fields {
  return isObject(value) || Array.isArray(value);
}
