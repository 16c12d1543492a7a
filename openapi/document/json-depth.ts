/** Deepest accepted nesting, so that recursion does not overflow the stack. @evidence assumed */
const depthAtMost = 200;

/** Tests whether JSON is nested too deeply, without allocating lists of values, which would dominate the cost. */
export function isTooDeep(value: unknown, depth = depthAtMost): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(value)) return value.some((part) => typeof part === 'object' && isTooDeep(part, depth - 1));
  for (const name in value) if (isTooDeep(Reflect.get(value, name), depth - 1)) return true;
  return false;
}
