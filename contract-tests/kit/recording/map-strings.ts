/**
 * Returns a JSON value with its strings changed, except for names of fields.
 *
 * @param change is called with each string and the name of its field.
 */
export function mapStrings(value: unknown, change: (text: string, name: string) => unknown, name = ''): unknown {
  if (typeof value === 'string') return change(value, name);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, change, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, mapStrings(part, change, field)]));
}
