export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Changes the objects in an object, and leaves its other values. */
export function mapObjects(
  objects: Json | undefined,
  change: (object: JsonObject, key: string) => JsonObject,
): JsonObject {
  const entries = Object.entries(isObject(objects) ? objects : {});
  return Object.fromEntries(entries.map(([key, value]) => [key, isObject(value) ? change(value, key) : value]));
}

/** Parses JSON; `undefined` if the text is malformed. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
