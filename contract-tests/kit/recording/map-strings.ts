/**
 * Returns a JSON value with its strings changed, except for names of fields.
 *
 * @param change is called with each string and its place: the names of the fields that lead to it, each after a dot.
 */
export function mapStrings(value: unknown, change: (text: string, place: string) => unknown, place = ''): unknown {
  if (typeof value === 'string') return change(value, place);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, change, place));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, part]) => [name, mapStrings(part, change, `${place}.${name}`)]);
  return Object.fromEntries(fields);
}
