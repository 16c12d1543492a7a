import { parseJson } from '#openapi/document/json.ts';
import type { HttpRequest, HttpResponse } from '#openapi/exchange/exchange.ts';
import { createRedactor, hidden } from '#openapi/exchange/redact.ts';
import type { CapturedRequest, CapturedResponse } from './captured-exchange.ts';
import { mapStrings } from './map-strings.ts';
import { Numbering, withoutTimes } from './placeholders.ts';

/** The only headers recorded: others may belong to the connection, or be secret. */
const keptOfRequests = ['accept', 'content-type', 'paddle-version', 'user-agent'];
const keptOfAnswers = ['content-type', 'retry-after', 'request-id'];

/** Names of fields whose values are redacted. */
export const secretNames = /secret|token|password|api_?key|authorization/i;

/** Redacts exchanges and replaces IDs and the like by placeholders, numbered across the whole recording. */
export class Capture {
  readonly #baseUrl: string;
  readonly #numbering = new Numbering();
  readonly #keys = new Set<string>();

  /** @param baseUrl of the target. */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  requestOf({ method, url, headers, body }: HttpRequest): CapturedRequest {
    const authorization = this.#authorizationOf(headers.get('authorization'));
    const pairs = [...url.searchParams].map(([name, value]): [string, string] => [name, this.#text(value)]);
    return {
      method,
      path: this.#text(url.pathname),
      query: pairs,
      headers: {
        ...(authorization === null ? {} : { authorization }),
        ...this.#headers(headers, keptOfRequests),
      },
      body: mapStrings(this.withoutSecrets(bodyOf(body)), (text) => this.#numbering.inText(text)),
    };
  }

  responseOf(response: HttpResponse | null): CapturedResponse | null {
    if (response === null) return null;
    const headers = this.#headers(response.headers, keptOfAnswers);
    return {
      status: response.status,
      headers: { ...headers, ...(headers['request-id'] === undefined ? {} : { 'request-id': '<request_id>' }) },
      body: mapStrings(this.withoutSecrets(bodyOf(response.body)), (text, place) => this.#answered(text, place)),
    };
  }

  #answered(text: string, place: string): string {
    if (place.endsWith('.request_id')) return '<request_id>';
    if (place.endsWith('.account.id')) return this.#numbering.placeholderOf('account', text);
    return withoutTimes(this.#numbering.inText(this.#withoutBase(decodeQuery(text))));
  }

  /** Redacts sentences about an exchange. */
  sentences(sentences: readonly string[]): string[] {
    return sentences.map((sentence) => this.#text(sentence));
  }

  /** Redacts secrets, and keeps IDs and email addresses. */
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

  /** Replaces a key by `<key:1>`. Malformed keys are hidden too, since they may be truncated keys. */
  #authorizationOf(authorization: string | null): string | null {
    if (authorization === null) return null;
    const [, key] = /^Bearer\s+(\S{20,})$/i.exec(authorization) ?? [];
    if (key === undefined) return hidden;
    this.#keys.add(key);
    return `Bearer ${this.#numbering.placeholderOf('key', key)}`;
  }
}

/** Parses JSON; returns any other text as it is, and `null` for an empty one. */
function bodyOf(text: string): unknown {
  return text === '' ? null : (parseJson(text) ?? text);
}

/** Percent-decodes the query of a URL, to find IDs and email addresses in it; returns any other text as it is. */
export function decodeQuery(text: string): string {
  const url = /^https?:\/\//.test(text) ? URL.parse(text) : null;
  if (!url || url.search === '') return text;
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  return `${url.origin}${url.pathname}?${query}`;
}
