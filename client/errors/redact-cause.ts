type Redact = (text: string) => string;

/**
 * Makes the cause of a failure safe to log. An error whose properties are plain values without secrets is returned
 * as it is. Any other, such as one that carries the request with its headers, is reduced to its name and message.
 */
export function redactCause(cause: unknown, redact: Redact): unknown {
  if (isHarmless(cause, redact)) return cause;
  const shown = new Error(redact(cause instanceof Error ? cause.message : 'Unknown failure'));
  shown.name = cause instanceof Error ? redact(cause.name) : 'Error';
  delete shown.stack;
  return shown;
}

function isHarmless(value: unknown, redact: Redact, depth = 0): boolean {
  if (typeof value === 'string') return redact(value) === value;
  if (typeof value === 'function' || typeof value === 'symbol') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (depth > 4 || !(value instanceof Error || Array.isArray(value) || isPlain(value))) return false;
  return Reflect.ownKeys(value).every((name) => {
    const property = Object.getOwnPropertyDescriptor(value, name);
    // Some runtimes compute the stack in a getter; any other getter could have side effects.
    const isStack = name === 'stack' && value instanceof Error;
    if (property?.get && !isStack) return false;
    return isHarmless(String(name), redact) && isHarmless(isStack ? value.stack : property?.value, redact, depth + 1);
  });
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
