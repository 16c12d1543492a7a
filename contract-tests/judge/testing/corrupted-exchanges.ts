import fc, { type Arbitrary } from 'fast-check';
import type { Json } from '#openapi/document/json.ts';
import { parseJson } from '#openapi/document/json.ts';
import type { Exchange } from '../../contract/exchange.ts';

/** Generates exchanges with a change, possibly a violation, in status, content type or a body. */
export function corruptedExchanges(exchanges: readonly Exchange[]): Arbitrary<Exchange> {
  const any = fc.constantFrom(...exchanges);
  const sent = fc.constantFrom(...exchanges.filter(({ request }) => parseJson(request.body) !== undefined));
  return fc.oneof(
    {
      weight: 8,
      arbitrary: any.chain((exchange) =>
        corruptText(exchange.response.body).map((body) => answering(exchange, { body, json: parseJson(body) })),
      ),
    },
    {
      weight: 8,
      arbitrary: sent.chain((exchange) =>
        corruptText(exchange.request.body).map((body) => sending(exchange, { body })),
      ),
    },
    fc
      .tuple(any, fc.constantFrom(200, 201, 202, 400, 403, 404, 409, 418, 422, 429, 500, 503))
      .map(([exchange, status]) => answering(exchange, { status })),
    fc
      .tuple(any, fc.constantFrom(...types))
      .map(([exchange, type]) => answering(exchange, { headers: declaredAs(type, exchange.response.headers) })),
    fc
      .tuple(sent, fc.constantFrom(...types))
      .map(([exchange, type]) => sending(exchange, { headers: declaredAs(type, exchange.request.headers) })),
  );
}

const types = [
  null,

  'text/plain',
  'application/problem+json',
  'application/json; charset=utf-8',
  'application/json, text/html',
  'json',
];

function declaredAs(type: string | null, before: Headers): Headers {
  const headers = new Headers(before);
  if (type === null) headers.delete('content-type');
  else headers.set('content-type', type);
  return headers;
}

/** Returns an exchange with another request. */
export function sending(exchange: Exchange, request: Partial<Exchange['request']>): Exchange {
  return { ...exchange, request: { ...exchange.request, ...request } };
}

/** Returns an exchange with another response. */
export function answering(exchange: Exchange, response: Partial<Exchange['response']>): Exchange {
  return { ...exchange, response: { ...exchange.response, ...response } };
}

/** Valid and invalid values of text fields. */
const texts = [
  '',
  'x',
  '12',
  'x'.repeat(3000),
  '2026-07-01',
  '2026-07-01T00:00:00Z',
  '2026-07-01T00:00:00.123456Z',
  '2026-13-01T00:00:00Z',
  '2026-07-01T00:00:00+02:00',
  'https://example.com',
  'sam@example.com',
  'ctm_01h00000000000000000000000',
  'USD',
  'XXX',
];
const values: Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(undefined, null, true, 7, -1, 1.5),
  fc.constantFrom<Json>([], {}, ['x'], { a: 'b' }, { a: 1 }),
);

/** Generates JSON texts with one value replaced or removed, or with an additional field. */
function corruptText(text: string): Arbitrary<string> {
  const json: Json = text === '' ? null : JSON.parse(text);
  const more = fc.constantFrom(...placesIn(json)).map((place) => put(json, [...place, 'undocumented'], 1));
  const other = fc.tuple(fc.constantFrom(...placesIn(json)), values).map(([place, value]) => put(json, place, value));
  return fc.oneof(more, { weight: 5, arbitrary: other }).map((corrupted) => JSON.stringify(corrupted ?? null));
}

type Place = readonly string[];

function placesIn(json: Json, here: Place = []): Place[] {
  const within = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return [here, ...within.flatMap(([name, value]) => placesIn(value, [...here, name]))];
}

/** Replaces the value at a place, or removes it with `undefined`. JSON without that place stays unchanged. */
function put(json: Json | undefined, [name, ...rest]: Place, value: Json | undefined): Json | undefined {
  if (name === undefined) return value;
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) {
    return json.flatMap((item, index) => (String(index) === name ? (put(item, rest, value) ?? []) : [item]));
  }
  const inside = put(json[name], rest, value);
  const { [name]: _, ...others } = json;
  return inside === undefined ? others : { ...others, [name]: inside };
}
