/** Deepest nesting that is read. @evidence assumed. It keeps recursion over a value from running out of stack. */
const depthAtMost = 200;

/** Whether JSON is nested deeper than anything that is read. A list of its values for each part would cost more than all else. */
export function isTooDeep(value: unknown, depth = depthAtMost): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(value)) return value.some((part) => typeof part === 'object' && isTooDeep(part, depth - 1));
  for (const name in value) if (isTooDeep(Reflect.get(value, name), depth - 1)) return true;
  return false;
}
