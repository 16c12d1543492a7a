/**
 * A JSON value with other texts, those that name its fields left alone.
 *
 * @param change is given each text, and the name of the field that it stands in.
 */
export function mapStrings(value: unknown, change: (text: string, name: string) => unknown, name = ''): unknown {
  if (typeof value === 'string') return change(value, name);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, change, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, mapStrings(part, change, field)]));
}
