/** Deepest nesting that is read. @evidence assumed. It keeps recursion over a value from running out of stack. */
const depthAtMost = 200;

/** Whether JSON is nested deeper than anything that is read. */
export function isTooDeep(value: unknown, depth = depthAtMost): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isTooDeep(part, depth - 1));
}
