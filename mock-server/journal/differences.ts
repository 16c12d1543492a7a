import { isDeepStrictEqual } from 'node:util';
import { isObject } from '#openapi/document/json.ts';

/** An asymmetric matcher of a test framework, such as `expect.any(String)`. */
type AsymmetricMatcher = { asymmetricMatch(value: unknown): boolean; toString(): string };

/**
 * Lists the differences of a value from the expected one, one line for each. Objects may have further fields; lists
 * must have exactly the expected items.
 *
 * @param place name of the value in the lines, such as `body`
 */
export function differences(expected: unknown, actual: unknown, place: string): string[] {
  if (isMatcher(expected)) {
    return expected.asymmetricMatch(actual) ? [] : [`${place} is ${print(actual)}, expected ${expected.toString()}`];
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => differences(item, actual[index], `${place}[${index}]`));
  }
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([name, value]) =>
      Object.hasOwn(actual, name)
        ? differences(value, actual[name], `${place}.${name}`)
        : [`${place}.${name} is missing, expected ${print(value)}`],
    );
  }
  return isDeepStrictEqual(expected, actual) ? [] : [`${place} is ${print(actual)}, expected ${print(expected)}`];
}

function isMatcher(value: unknown): value is AsymmetricMatcher {
  return isObject(value) && typeof value['asymmetricMatch'] === 'function';
}

function print(value: unknown): string {
  return isMatcher(value) ? value.toString() : (JSON.stringify(value) ?? String(value));
}
