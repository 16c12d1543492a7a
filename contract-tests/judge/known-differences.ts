import type { Exchange } from '../contract/exchange.ts';
import type { Disagreement } from './compare-findings.ts';
import { refusedIn } from './refusal.ts';

/** A reason for a disagreement in which Prism is known to be wrong. */
export type KnownDifference = {
  readonly name: string;
  /** The place it occurs in: the laws on the mock, or only in exchanges that the mock would not produce. */
  readonly shownBy: 'laws' | 'corrupted exchanges';
  readonly reason: string;
  readonly explains: (disagreement: Disagreement, exchange: Exchange) => boolean;
};

/** Known differences of Prism 5.16.0. */
export const knownDifferencesOfPrism: readonly KnownDifference[] = [
  {
    name: 'operators-of-deep-objects',
    shownBy: 'laws',
    reason: 'Prism lowercases parameter names, so it does not recognise [GT], and ignores time ranges.',
    explains: ({ part, theirs }, exchange) =>
      part === 'request' && theirs.length === 0 && areRefused(exchange, (field) => /_at(\[.*\])?$/.test(field)),
  },
  {
    name: 'empty-parameters',
    shownBy: 'laws',
    reason: 'Prism treats a parameter without a value as missing.',
    explains: ({ part, theirs }, exchange) =>
      part === 'request' && theirs.length === 0 && areRefused(exchange, (field) => sentFor(field, exchange) === ''),
  },
  {
    name: 'numbers-as-in-javascript',
    shownBy: 'laws',
    reason: 'Prism accepts whatever JavaScript converts to a number, such as 1e2 or a space; the mock accepts digits.',
    explains: ({ part, theirs }, exchange) =>
      part === 'request' &&
      theirs.length === 0 &&
      areRefused(exchange, (field) => {
        const value = sentFor(field, exchange) ?? '';
        return !/^\d*$/.test(value) && Number.isInteger(Number(value));
      }),
  },
  {
    name: 'rules-beyond-the-schema',
    shownBy: 'laws',
    reason:
      'Prism checks schemas alone: rules refuse some requests that fit theirs, and the mock takes the missing body of an update like an empty one.',
    explains: ({ part, theirs }, { request, response }) =>
      part === 'request' &&
      (theirs.length === 0
        ? /^\/(adjustments|prices|reports|simulations|subscriptions)\b/.test(request.url.pathname) &&
          refusedIn(response.json)?.code === 'bad_request'
        : request.body === '' && areAll(theirs, /^Body parameter is required$/)),
  },
  {
    name: 'null-as-body',
    shownBy: 'laws',
    reason: 'Prism treats the body null as a missing one, which is allowed if the body is optional.',
    explains: ({ part, theirs }, { request }) =>
      (part === 'request' || part === 'request-body') && theirs.length === 0 && request.body === 'null',
  },
  {
    name: 'bearer-in-another-case',
    shownBy: 'laws',
    reason: 'Prism compares the scheme case-sensitively; in HTTP, bearer equals Bearer (RFC 9110, 11.1).',
    explains: ({ part, theirs }, { request }) =>
      part === 'request' &&
      theirs.every((message) => message === 'Invalid security scheme used') &&
      /^(?!Bearer)[Bb][Ee][Aa][Rr][Ee][Rr] /.test(request.headers.get('authorization') ?? ''),
  },
  {
    name: 'times-that-do-not-exist',
    shownBy: 'laws',
    reason: 'Prism does not check that a time exists, and accepts a thirteenth month.',
    explains: ({ part, theirs }, { response }) =>
      part === 'request' && theirs.length === 0 && refusedIn(response.json)?.code === 'invalid_time_query_parameter',
  },
  {
    name: 'cursors-of-lists-by-time',
    shownBy: 'laws',
    reason: 'Prism keeps no state, so it cannot know that the entity of a cursor does not exist.',
    explains: ({ part, theirs }, exchange) =>
      part === 'request' &&
      theirs.length === 0 &&
      sentFor('order_by', exchange) !== null &&
      areRefused(exchange, (field) => field === 'after'),
  },
  {
    name: 'days-in-the-wrong-order',
    shownBy: 'laws',
    reason: 'Prism checks each parameter alone, so it accepts a range of days that ends before it begins.',
    explains: ({ part, theirs }, exchange) =>
      part === 'request' &&
      theirs.length === 0 &&
      exchange.request.url.pathname.startsWith('/metrics/') &&
      areRefused(exchange, (field) => field === 'from' || field === 'to'),
  },
  {
    name: 'plain-values-of-deep-objects',
    shownBy: 'laws',
    reason: 'Prism reads a parameter that may be a list, a time or operators as operators only.',
    explains: ({ part, theirs }) =>
      part === 'request' && areAll(theirs, /^Request query parameter next_billed_at must /),
  },
  {
    name: 'directions-in-any-case',
    shownBy: 'laws',
    reason: "Prism compares order_by case-sensitively; Paddle's SDKs send directions in lower case.",
    explains: ({ part, theirs }, exchange) =>
      part === 'request' &&
      areAll(theirs, /^Request query parameter order_by must be equal/) &&
      theirs.every((message) => message.includes(inCapitals(sentFor('order_by', exchange) ?? ''))),
  },
  {
    name: 'other-values-of-skip-count',
    shownBy: 'laws',
    reason: 'Prism refuses a Skip-Count other than true; the mock counts, as without the header.',
    explains: ({ part, theirs }) =>
      part === 'request' && areAll(theirs, /^Request header parameter skip-count must be/),
  },
  {
    name: 'empty-object-as-body',
    shownBy: 'laws',
    reason: 'Prism refuses {} for operations without a body; Paddle accepts it, and its SDKs send it.',
    explains: ({ part, theirs }, { request }) =>
      (part === 'request' || part === 'request-body') &&
      areAll(theirs, /^No supported content types/) &&
      /^\s*\{\s*\}\s*$/.test(request.body),
  },
  {
    name: 'json-suffix',
    shownBy: 'corrupted exchanges',
    reason: 'Prism accepts application/problem+json and the like as application/json.',
    explains: ({ part, theirs }, { request, response }) =>
      theirs.length === 0 &&
      ((part === 'media-type' && hasJsonSuffix(response.headers)) ||
        (part === 'request-body' && hasJsonSuffix(request.headers))),
  },
];

/** Returns true if there are messages, and all match the pattern. */
function areAll(messages: readonly string[], pattern: RegExp): boolean {
  return messages.length > 0 && messages.every((message) => pattern.test(message));
}

/** Returns true if the error names fields, and all pass the test. */
function areRefused({ response }: Exchange, isExpected: (field: string) => boolean): boolean {
  const fields = refusedIn(response.json)?.fields ?? [];
  return fields.length > 0 && fields.every(isExpected);
}

/** Writes the direction of an order in capitals, like the document. */
function inCapitals(order: string): string {
  return order.replace(/\[\w+\]$/, (direction) => direction.toUpperCase());
}

function sentFor(parameter: string, { request }: Exchange): string | null {
  return request.url.searchParams.get(parameter);
}

function hasJsonSuffix(headers: Headers): boolean {
  return /^application\/[\w.-]+\+json *(;|$)/i.test(headers.get('content-type') ?? '');
}
