import { createRedactor, hidden } from '#openapi/exchange/redact.ts';
import { parseJson } from '../../contract/parse-json.ts';
import type { CapturedRequest, CapturedResponse } from './captured-exchange.ts';
import { mapStrings } from './map-strings.ts';
import { Numbering, withoutTimes } from './placeholders.ts';
import type { ProxiedExchange } from './proxied-exchange.ts';

/** Headers that are kept. Any other may be about a connection, or be secret. */
const keptOfRequests = ['accept', 'content-type', 'paddle-version', 'user-agent'];
const keptOfAnswers = ['content-type', 'retry-after', 'request-id'];

/** Names of fields of any application whose value is secret. */
export const secretNames = /secret|token|password|api_?key|authorization/i;

/** Makes of what passed through what may be kept of it. Placeholders go on from exchange to exchange. */
export class Capture {
  readonly #baseUrl: string;
  readonly #numbering = new Numbering();
  readonly #keys = new Set<string>();

  /** @param baseUrl where the target is. */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  requestOf({ method, url, requestHeaders, requestBody }: ProxiedExchange): CapturedRequest {
    const authorization = this.#authorizationOf(requestHeaders.get('authorization'));
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const pairs = [...searchParams].map(([name, value]): [string, string] => [name, this.#text(value)]);
    return {
      method,
      path: this.#text(pathname),
      query: pairs,
      headers: {
        ...(authorization === null ? {} : { authorization }),
        ...this.#headers(requestHeaders, keptOfRequests),
      },
      body: mapStrings(this.withoutSecrets(bodyOf(requestBody)), (text) => this.#numbering.inText(text)),
    };
  }

  responseOf({ answer }: ProxiedExchange): CapturedResponse | null {
    if (answer === null) return null;
    const headers = this.#headers(answer.headers, keptOfAnswers);
    return {
      status: answer.status,
      headers: { ...headers, ...(headers['request-id'] === undefined ? {} : { 'request-id': '<request_id>' }) },
      body: mapStrings(this.withoutSecrets(bodyOf(answer.text)), (text, name) =>
        name === 'request_id'
          ? '<request_id>'
          : withoutTimes(this.#numbering.inText(this.#withoutBase(decodeQuery(text)))),
      ),
    };
  }

  /** Sentences about an exchange, as they may be kept. */
  sentences(sentences: readonly string[]): string[] {
    return sentences.map((sentence) => this.#text(sentence));
  }

  /** A value as it is, but for its secrets. */
  withoutSecrets(value: unknown): unknown {
    return createRedactor([...this.#keys], secretNames)(value);
  }

  #text(text: string): string {
    return this.#numbering.inText(String(this.withoutSecrets(text)));
  }

  #withoutBase(text: string): string {
    return text.startsWith(`${this.#baseUrl}/`) ? `<base>${text.slice(this.#baseUrl.length)}` : text;
  }

  #headers(headers: Headers, kept: readonly string[]): Record<string, string> {
    const pairs = [...headers].filter(([name]) => kept.includes(name));
    return Object.fromEntries(pairs.map(([name, value]) => [name, this.#text(value)]));
  }

  /** A key becomes `<key:1>`. What is none is not kept either, since it may be half a key. */
  #authorizationOf(authorization: string | null): string | null {
    if (authorization === null) return null;
    const [, key] = /^Bearer\s+(\S{20,})$/i.exec(authorization) ?? [];
    if (key === undefined) return hidden;
    this.#keys.add(key);
    return `Bearer ${this.#numbering.placeholderOf('key', key)}`;
  }
}

/** JSON where a text is that, else the text itself; `null` for nothing. */
function bodyOf(text: string): unknown {
  return text === '' ? null : (parseJson(text) ?? text);
}

/** Percent-decodes the query of a URL, so that IDs and email addresses in it are found; returns any other text as it is. */
export function decodeQuery(text: string): string {
  const url = /^https?:\/\//.test(text) ? URL.parse(text) : null;
  if (!url || url.search === '') return text;
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  return `${url.origin}${url.pathname}?${query}`;
}
