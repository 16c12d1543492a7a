import { isObject, type JsonObject } from '#openapi/document/json.ts';
import type { Schema } from '#openapi/document/schema.ts';

/** Returns a numeric keyword, such as `maxLength`, or `null`. */
export function numberOf({ node }: Schema, keyword: string): number | null {
  const value = node[keyword];
  return typeof value === 'number' ? value : null;
}

/** Returns a text keyword, such as `pattern`, or `null`. */
export function wordOf({ node }: Schema, keyword: string): string | null {
  const value = node[keyword];
  return typeof value === 'string' ? value : null;
}

/** True if the schema accepts any text that has a letter. */
export function isFreeText(schema: Schema): boolean {
  return wordOf(schema, 'format') === null && new RegExp(wordOf(schema, 'pattern') ?? '', 'u').test('x 山');
}

const values = new WeakMap<JsonObject, readonly string[]>();

/** Returns the values of the enum except `null`; empty without one. */
export function valuesOf({ node }: Schema): readonly string[] {
  const list = node['enum'];
  if (!Array.isArray(list)) return [];
  const known = values.get(node) ?? list.filter((value) => value !== null).map(String);
  values.set(node, known);
  return known;
}

/** Tests whether a list can have `maxItems` entries: unique entries cannot be more than the values of an enum. */
export function canReachMaxItems({ maxItems, uniqueItems }: JsonObject, items: JsonObject): boolean {
  return uniqueItems !== true || !Array.isArray(items['enum']) || Number(maxItems) <= items['enum'].length;
}

/** Returns the groups of fields of which an object needs at least one, as `allOf` with `anyOf` of `required` lists. */
export function alternativesOf({ node }: Schema): string[][] {
  const parts = Array.isArray(node['allOf']) ? node['allOf'] : [];
  return parts.flatMap((part) => {
    const forms = isObject(part) && Array.isArray(part['anyOf']) ? part['anyOf'] : [];
    const names = forms.flatMap((form) => (isObject(form) && Array.isArray(form['required']) ? form['required'] : []));
    return names.length > 0 ? [names.map(String)] : [];
  });
}
