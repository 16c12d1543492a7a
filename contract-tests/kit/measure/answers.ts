import type { Answer } from '../../targets/account.ts';

/** Returns the value at a path of names and indexes, or `undefined`. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}

/** Returns the entity of a response, or a part of it. */
export function dataOf({ body }: Answer, ...path: readonly (string | number)[]): unknown {
  return valueAt(body, 'data', ...path);
}

/** Returns the list of a response; empty if it has none. */
export function listOf({ body }: Answer): readonly unknown[] {
  const data = valueAt(body, 'data');
  return Array.isArray(data) ? data : [];
}

/** Returns the error code of a response, or `undefined`. */
export function codeOf({ body }: Answer): unknown {
  return valueAt(body, 'error', 'code');
}

/** Describes a response by status and error code, such as `400 bad_request`. */
export function describeAnswer(answer: Answer): string {
  return [answer.status, codeOf(answer)].filter((part) => part !== undefined).join(' ');
}
