type Redact = (text: string) => string;

/**
 * The cause of a failure, as it may be shown. An error made of plain values without a secret stays as it is; any
 * other, such as one that carries the request with its headers, becomes a new one with only its name and message.
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
    // In some runtimes the stack is computed when it is asked for; any other getter could do anything.
    const isStack = name === 'stack' && value instanceof Error;
    if (property?.get && !isStack) return false;
    return isHarmless(String(name), redact) && isHarmless(isStack ? value.stack : property?.value, redact, depth + 1);
  });
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
