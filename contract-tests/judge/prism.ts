import type { HttpRequest, HttpResponse } from '#openapi/exchange/exchange.ts';
import type { Contract } from '../contract/document.ts';
import type { Exchange } from '../contract/exchange.ts';
import type { AnswerPart, Finding, Findings, RequestPart } from './finding.ts';
import type { LoadedPrism } from './load-prism.ts';
import type {
  PrismAnswer,
  PrismConfig,
  PrismLogger,
  PrismOperation,
  PrismRequest,
  PrismViolation,
} from './prism-http.ts';

/** Finds violations of the document in an exchange. */
export type Judge = (exchange: Exchange) => Promise<Findings>;

/** The configuration of `prism proxy --errors`. The upstream is unused, since its response is known. */
const config: PrismConfig = {
  isProxy: true,
  upstream: new URL('http://127.0.0.1'),
  upstreamProxy: undefined,
  errors: true,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  mock: { dynamic: false },
};

const logger: PrismLogger = {
  child: () => logger,
  info() {},
  warn() {},
  error() {},
  success() {},
  trace() {},
};

/**
 * Creates a judge of finished exchanges from the code of `prism proxy --errors`, which gets the request and, instead of
 * forwarding it, the recorded response. It finds what the proxy would, without refusing or rewriting anything.
 *
 * @param baseUrl of the API; Prism gets paths below it.
 */
export async function createPrismJudge({ http }: LoadedPrism, { document }: Contract, baseUrl: string): Promise<Judge> {
  // Prism dereferences the document in place.
  const operations: PrismOperation[] = await http.getHttpOperationsFromSpec(structuredClone(document));
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');

  async function judge(exchange: Exchange, untyped: readonly Untyped[]): Promise<Findings> {
    const body = readBody(exchange.request);
    // Prism's server would stop at invalid JSON, but the response can still be judged.
    const unread: Finding<RequestPart>[] = body === null ? [{ part: 'request-body', message: 'Invalid JSON' }] : [];
    const [request, answer] = [requestOf(exchange.request, base, body?.value ?? null), answerOf(exchange.response)];
    const forward = () => () => async () =>
      ({ _tag: 'Right', right: untyped.includes('answer') ? withoutType(answer) : answer }) as const;
    const prism = http.createInstance(config, { logger, forward });
    const result = await prism.request(untyped.includes('request') ? withoutType(request) : request, operations)();
    if (result._tag === 'Left')
      return { request: [{ part: 'operation', message: result.left.detail ?? result.left.message }], answer: [] };
    const { input, output } = result.right.validations;
    return {
      request: [...unread, ...input.filter(isViolation).map(requestFinding)],
      answer: output.filter(isViolation).map(answerFinding),
    };
  }

  return async (exchange) => {
    // Prism throws for a malformed content type; without the header it reports a violation, and goes on.
    const untyped: Untyped[] = [];
    for (;;) {
      try {
        return await judge(exchange, untyped);
      } catch (error) {
        const part = partWithoutType(error);
        if (part === null || untyped.includes(part)) throw error;
        untyped.push(part);
      }
    }
  };
}

/** Messages whose content type is hidden from Prism. */
type Untyped = 'answer' | 'request';

/** Returns the message whose malformed content type made Prism throw; `null` for other errors. */
function partWithoutType(error: unknown): Untyped | null {
  if (!(error instanceof Error)) return null;
  if (error.message.startsWith('Could not parse MIME type string')) return 'request';
  const ofAnswer = ['invalid media type', 'invalid parameter format', 'argument string is required'];
  return ofAnswer.includes(error.message) ? 'answer' : null;
}

function withoutType<Message extends PrismRequest | PrismAnswer>(message: Message): Message {
  const { 'content-type': _, ...headers } = message.headers;
  return { ...message, headers };
}

/** Converts the request to the form of Prism's server. */
function requestOf({ method, url, headers, body: sent }: HttpRequest, base: string, body: unknown): PrismRequest {
  const length = Buffer.byteLength(sent);
  const names = [...new Set(url.searchParams.keys())];
  const query = names.map((name): [string, string | string[]] => {
    const [first = '', ...more] = url.searchParams.getAll(name);
    return [name, more.length > 0 ? [first, ...more] : first];
  });
  return {
    method: method.toLowerCase(),
    url: { path: url.pathname.slice(base.length) || '/', query: Object.fromEntries(query) },
    headers: { ...Object.fromEntries(headers), ...(length > 0 ? { 'content-length': `${length}` } : {}) },
    body,
  };
}

/** Converts the response to the form of Prism's forwarder. */
function answerOf(response: HttpResponse): PrismAnswer {
  const { status, headers, body } = response;
  const read = body === '' || status === 204 ? null : readBody(response);
  return { statusCode: status, headers: Object.fromEntries(headers), body: read ? read.value : body };
}

/** Reads a body by its media type: parsed JSON, else text; `value` is `null` without a body. `null`: invalid JSON. */
function readBody({ headers, body: text }: HttpRequest | HttpResponse): { readonly value: unknown } | null {
  if (text === '') return { value: null };
  if (!/^application\/([\w.-]+\+)?json *(;|$)/i.test(headers.get('content-type') ?? '')) return { value: text };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Ignores notices of deprecation. */
function isViolation({ code }: PrismViolation): boolean {
  return code !== 'deprecated';
}

function requestFinding({ path = [], code, message }: PrismViolation): Finding<RequestPart> {
  if (code === 401) return { part: 'security', message };
  const [place] = path;
  const part = place === 'query' || place === 'path' ? place : place === 'header' ? 'request-headers' : 'request-body';
  return { part, message };
}

function answerFinding({ path: [place] = [], message }: PrismViolation): Finding<AnswerPart> {
  if (place === 'body') return { part: 'body', message };
  if (place === 'header') return { part: 'headers', message };
  return { part: message.startsWith('The received media type') ? 'media-type' : 'status', message };
}
