import type { Exchange } from '../contract/exchange.ts';
import type { Disagreement } from './compare-findings.ts';
import { refusedIn } from './refusal.ts';

/** Why Prism sees something otherwise than the document means it. */
export type KnownDifference = {
  readonly name: string;
  /** What shows it: the laws, on the mock, or only exchanges that the mock would not have. What neither shows, goes. */
  readonly shownBy: 'laws' | 'spoilt exchanges';
  readonly reason: string;
  readonly explains: (disagreement: Disagreement, exchange: Exchange) => boolean;
};

/** What Prism 5.16.0 cannot see, or misreads. */
export const knownDifferencesOfPrism: readonly KnownDifference[] = [
  {
    name: 'operators-of-deep-objects',
    shownBy: 'laws',
    reason:
      'Prism puts names of parameters into small letters, so it finds no [GT], and judges nothing of a time range.',
    explains: ({ part, theirs }, exchange) =>
      part === 'request' && theirs.length === 0 && areRefused(exchange, (field) => /_at(\[.*\])?$/.test(field)),
  },
  {
    name: 'empty-parameters',
    shownBy: 'laws',
    reason: 'Prism takes a parameter without a value as one that was not sent.',
    explains: ({ part, theirs }, exchange) =>
      part === 'request' && theirs.length === 0 && areRefused(exchange, (field) => sentFor(field, exchange) === ''),
  },
  {
    name: 'numbers-as-in-javascript',
    shownBy: 'laws',
    reason: 'Prism takes what JavaScript makes a number of, such as 1e2 or a space; the mock takes digits.',
    explains: ({ part, theirs }, exchange) =>
      part === 'request' &&
      theirs.length === 0 &&
      areRefused(exchange, (field) => {
        const value = sentFor(field, exchange) ?? '';
        return !/^\d*$/.test(value) && Number.isInteger(Number(value));
      }),
  },
  {
    name: 'null-as-body',
    shownBy: 'laws',
    reason: 'Prism takes the body null as none, which is allowed where no body is required.',
    explains: ({ part, theirs }, { requestBody }) =>
      (part === 'request' || part === 'request-body') && theirs.length === 0 && requestBody === 'null',
  },
  {
    name: 'bearer-in-other-letters',
    shownBy: 'laws',
    reason: 'Prism knows no scheme but Bearer as it is spelt here; to HTTP, bearer is the same (RFC 9110, 11.1).',
    explains: ({ part, theirs }, { requestHeaders }) =>
      part === 'request' &&
      theirs.every((message) => message === 'Invalid security scheme used') &&
      /^(?!Bearer)[Bb][Ee][Aa][Rr][Ee][Rr] /.test(requestHeaders.get('authorization') ?? ''),
  },
  {
    name: 'times-that-do-not-exist',
    shownBy: 'laws',
    reason: 'Prism does not look whether a time exists, such as one in the thirteenth month.',
    explains: ({ part, theirs }, { body }) =>
      part === 'request' && theirs.length === 0 && refusedIn(body)?.code === 'invalid_time_query_parameter',
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
    name: 'plain-values-of-deep-objects',
    shownBy: 'laws',
    reason: 'Prism reads a parameter that may be a list, a time or operators as operators only.',
    explains: ({ part, theirs }) =>
      part === 'request' && areAll(theirs, /^Request query parameter next_billed_at must /),
  },
  {
    name: 'directions-in-any-case',
    shownBy: 'laws',
    reason: "Prism compares order_by letter by letter; Paddle's SDKs send directions in small letters.",
    explains: ({ part, theirs }, exchange) =>
      part === 'request' &&
      areAll(theirs, /^Request query parameter order_by must be equal/) &&
      theirs.every((message) => message.includes(inCapitals(sentFor('order_by', exchange) ?? ''))),
  },
  {
    name: 'other-values-of-skip-count',
    shownBy: 'laws',
    reason: 'Prism refuses a Skip-Count that is not true; the mock counts, as without the header.',
    explains: ({ part, theirs }) =>
      part === 'request' && areAll(theirs, /^Request header parameter skip-count must be/),
  },
  {
    name: 'empty-object-as-body',
    shownBy: 'laws',
    reason: 'Prism refuses {} where an operation takes no body; Paddle takes it, and its SDKs send it.',
    explains: ({ part, theirs }, { requestBody }) =>
      (part === 'request' || part === 'request-body') &&
      areAll(theirs, /^No supported content types/) &&
      /^\s*\{\s*\}\s*$/.test(requestBody ?? ''),
  },
  {
    name: 'json-of-another-kind',
    shownBy: 'spoilt exchanges',
    reason: 'Prism takes application/problem+json and the like as application/json.',
    explains: ({ part, theirs }, { headers, requestHeaders }) =>
      theirs.length === 0 &&
      ((part === 'media-type' && isJsonOfAnotherKind(headers)) ||
        (part === 'request-body' && isJsonOfAnotherKind(requestHeaders))),
  },
];

/** Whether there are messages, and all of them are of a kind. */
function areAll(messages: readonly string[], kind: RegExp): boolean {
  return messages.length > 0 && messages.every((message) => kind.test(message));
}

/** Whether a refusal names fields, all of which are of a kind. */
function areRefused({ body }: Exchange, isOfKind: (field: string) => boolean): boolean {
  const fields = refusedIn(body)?.fields ?? [];
  return fields.length > 0 && fields.every(isOfKind);
}

/** An order with its direction in capitals, as the document writes it. */
function inCapitals(order: string): string {
  return order.replace(/\[\w+\]$/, (direction) => direction.toUpperCase());
}

function sentFor(parameter: string, { url }: Exchange): string | null {
  return url.searchParams.get(parameter);
}

function isJsonOfAnotherKind(headers: Headers): boolean {
  return /^application\/[\w.-]+\+json *(;|$)/i.test(headers.get('content-type') ?? '');
}
