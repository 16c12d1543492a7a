/** An entity that was found in a recording. */
export type Found = {
  entity: Fields;
  /** The entity that includes it, if one does. */
  within?: Fields;
  /** Whether it is no entity but an answer without one: an error, a preview, a link. */
  isOther?: true;
};

type Fields = Readonly<Record<string, unknown>>;

/** Where answers, webhooks, notifications and recorded exchanges hold what they are about. */
const envelopes = ['data', 'payload', 'response', 'body'] as const;

/** Deepest nesting that is looked into. No recording comes near it. */
const depthAtMost = 50;

/**
 * The entities of recorded JSON, in order: of answers and lists as the API gives them, webhooks, notifications, exchanges
 * of request and response, bare entities, and arrays of all of these; behind each, the entities that it includes.
 *
 * @param isKnown whether an ID tells of an entity that can be added
 * @returns the entities, and between them places where others may have their turn
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
  // No entity has an ID like that, so it is told as one that cannot be added.
  if (!isObject(json) || Array.isArray(json)) {
    yield { entity: {} };
    return;
  }
  const envelope = isKnown(json['id']) ? undefined : envelopes.find((name) => isObject(json[name]));
  if (envelope !== undefined && depth > 0) yield* findIn(json[envelope], isKnown, depth - 1, true);
  else {
    const isOther = !('id' in json) && (isInAnswer || isAnswer(json));
    yield { entity: json, ...(isOther && { isOther }) };
    yield* includedIn(json, isKnown, depth);
  }
}

/** Parts of an entity between two pauses. */
const partsAtOnce = 1_000;

/** The entities within an entity, without recursion: generators of generators take most of the time of a large import. */
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

/** Pushes the parts of a whole in reverse, so that the first is taken first. */
function pushParts(left: { part: Fields; depthLeft: number }[], whole: Fields, depthLeft: number): void {
  if (depthLeft === 0) return;
  const parts = Object.values(whole);
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (isObject(part)) left.push({ part, depthLeft: depthLeft - 1 });
  }
}

/** Whether a JSON object is an entity or an answer, and not a seed, which has lists by kind. */
export function isRecording(json: object): boolean {
  return 'id' in json || isAnswer(json);
}

function isAnswer(json: object): boolean {
  return 'error' in json || envelopes.some((name) => name in json);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
