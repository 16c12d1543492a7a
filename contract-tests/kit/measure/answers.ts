import type { Answer } from '../../targets/account.ts';

/** What is at a path of names and indexes in an answer, whatever that is; `undefined` where there is nothing. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}

/** The entity in an answer, or a part of it. */
export function dataOf({ body }: Answer, ...path: readonly (string | number)[]): unknown {
  return valueAt(body, 'data', ...path);
}

/** The list in an answer; empty where there is none. */
export function listOf({ body }: Answer): readonly unknown[] {
  const data = valueAt(body, 'data');
  return Array.isArray(data) ? data : [];
}

/** The code that a refusal has, or nothing. */
export function codeOf({ body }: Answer): unknown {
  return valueAt(body, 'error', 'code');
}

/** An answer in two words, such as `400 bad_request`. */
export function describeAnswer(answer: Answer): string {
  return [answer.status, codeOf(answer)].filter((part) => part !== undefined).join(' ');
}
