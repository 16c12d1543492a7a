import type { ImportRow } from './source.ts';

/**
 * The entities of recorded answers: lists and single ones as the API answers them, `{"data": …}`, bare entities, and
 * arrays of all of these.
 */
export function readRecorded(json: unknown): ImportRow[] {
  return entitiesIn(json).map((entity, index) => ({ row: index + 1, entity }));
}

function entitiesIn(json: unknown): Record<string, unknown>[] {
  if (Array.isArray(json)) return json.flatMap(entitiesIn);
  // No entity has an ID like that, so it is told as one that cannot be imported.
  if (!isObject(json)) return [{}];
  return 'data' in json && !('id' in json) ? entitiesIn(json.data) : [json];
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null;
}
