import { isObject } from '#openapi/document/json.ts';
import type { CapturedResponse } from './captured-exchange.ts';
import type { PlaceholderValues } from './placeholder-values.ts';

/** `shapes` compares statuses, codes, fields and types; `values` also the values. */
export type Comparison = 'values' | 'shapes';

/** Fields with prose, which is not part of the contract. */
const prose = ['detail', 'message'];

/**
 * Returns how a response differs from the recorded one, the most important difference first, and sets placeholders from
 * it. Compares status, error code, content type, presence of `Retry-After`, and the body without prose.
 */
export function compareAnswers(
  recorded: CapturedResponse,
  answer: CapturedResponse,
  values: PlaceholderValues,
  comparison: Comparison,
): string[] {
  const [before, now] = [outcomeOf(recorded), outcomeOf(answer)];
  if (before !== now) return [`the status is ${now}, not ${before}`];
  // Bodies are compared even if headers differ, since later requests need the IDs in them.
  const bodies = differencesIn(
    recorded.body,
    answer.body,
    'body',
    (before, now) => values.matches(before, now),
    comparison,
  );
  return [...differencesInHeaders(recorded.headers, answer.headers), ...bodies];
}

function outcomeOf({ status, body }: CapturedResponse): string {
  const error = isObject(body) ? body['error'] : undefined;
  return isObject(error) ? `${status} ${error['code']}` : String(status);
}

function differencesInHeaders(recorded: CapturedResponse['headers'], headers: CapturedResponse['headers']): string[] {
  const typeOf = (type = 'missing') => type.split(';')[0];
  const [before, now] = [typeOf(recorded['content-type']), typeOf(headers['content-type'])];
  const isLimited = (some: CapturedResponse['headers']) => some['retry-after'] !== undefined;
  return [
    ...(before === now ? [] : [`the content type is ${now}, not ${before}`]),
    ...(isLimited(recorded) === isLimited(headers) ? [] : ['only one of the two has a Retry-After']),
  ];
}

type Matches = (recorded: string, text: string) => boolean;

function differencesIn(
  recorded: unknown,
  value: unknown,
  place: string,
  matches: Matches,
  comparison: Comparison,
): string[] {
  if (Array.isArray(recorded) && Array.isArray(value)) {
    const items = recorded.slice(0, value.length);
    const within = items.flatMap((item, at) => differencesIn(item, value[at], `${place}[${at}]`, matches, comparison));
    if (recorded.length === value.length || comparison === 'shapes') return within;
    return [`${place} has ${value.length} items, not ${recorded.length}`, ...within];
  }
  if (isObject(recorded) && isObject(value)) {
    return [...new Set([...Object.keys(recorded), ...Object.keys(value)])].flatMap((name) => {
      if (!Object.hasOwn(value, name)) return [`${place} has no ${name}`];
      if (!Object.hasOwn(recorded, name)) return [`${place} has ${name}, which was not recorded`];
      if (prose.includes(name)) return [];
      return differencesIn(recorded[name], value[name], `${place}.${name}`, matches, comparison);
    });
  }
  const isSame =
    typeof recorded === 'string' && typeof value === 'string' ? matches(recorded, value) : recorded === value;
  if (isSame || (comparison === 'shapes' && hasSameType(recorded, value))) return [];
  return [`${place} is ${JSON.stringify(value)}, not ${JSON.stringify(recorded)}`];
}

/** `null` has the type of any value. */
function hasSameType(recorded: unknown, value: unknown): boolean {
  if (recorded === null || value === null) return true;
  return typeof recorded === typeof value && Array.isArray(recorded) === Array.isArray(value);
}
