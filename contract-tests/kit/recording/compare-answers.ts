import { isObject } from '#openapi/document/json.ts';
import type { CapturedResponse } from './captured-exchange.ts';
import type { PlaceholderValues } from './placeholder-values.ts';

/** What is compared: all values, or only statuses, codes, fields and their kinds. */
export type Comparison = 'values' | 'shapes';

/** Texts for people, which promise nothing. */
const prose = ['detail', 'message'];

/**
 * Tells how an answer differs from the one that was recorded, the most telling first, and learns from it what
 * placeholders stand for. Status and error code are compared; content type; whether there is a `Retry-After`; and the
 * body, but for what is prose.
 */
export function compareAnswers(
  recorded: CapturedResponse,
  answer: CapturedResponse,
  values: PlaceholderValues,
  comparison: Comparison,
): string[] {
  const [before, now] = [outcomeOf(recorded), outcomeOf(answer)];
  if (before !== now) return [`the status is ${now}, not ${before}`];
  // Bodies first: the rest of the recording needs the IDs in them.
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
  if (isSame || (comparison === 'shapes' && hasSameKind(recorded, value))) return [];
  return [`${place} is ${JSON.stringify(value)}, not ${JSON.stringify(recorded)}`];
}

/** What may be empty is of every kind. */
function hasSameKind(recorded: unknown, value: unknown): boolean {
  if (recorded === null || value === null) return true;
  return typeof recorded === typeof value && Array.isArray(recorded) === Array.isArray(value);
}
