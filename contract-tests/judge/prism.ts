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

/** Tells what of an exchange does not fit the document. */
export type Judge = (exchange: Exchange) => Promise<Findings>;

/** As `prism proxy --errors` has it, but for what is upstream: that was asked already. */
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
 * Makes Prism a judge of exchanges that are over. It is the Prism of `prism proxy --errors`, which is given the request,
 * and, where it would send that on, the answer that there was. So it judges what it would judge as a proxy, and neither
 * refuses nor rewrites anything on the way.
 *
 * @param baseUrl where the API is; Prism sees paths below it.
 */
export async function createPrismJudge({ http }: LoadedPrism, { document }: Contract, baseUrl: string): Promise<Judge> {
  // Prism resolves references in the object that it is given.
  const operations: PrismOperation[] = await http.getHttpOperationsFromSpec(structuredClone(document));
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');

  async function judge(exchange: Exchange, untyped: readonly Untyped[]): Promise<Findings> {
    const body = readBody(exchange.requestHeaders, exchange.requestBody);
    // Prism's server would not go on without it; the answer can be judged all the same.
    const unread: Finding<RequestPart>[] = body === null ? [{ part: 'request-body', message: 'Invalid JSON' }] : [];
    const [request, answer] = [requestOf(exchange, base, body?.value ?? null), answerOf(exchange)];
    const forward = () => () => async () =>
      ({ _tag: 'Right', right: untyped.includes('answer') ? withoutType(answer) : answer }) as const;
    const prism = http.createInstance(config, { logger, forward });
    const result = await prism.request(untyped.includes('request') ? withoutType(request) : request, operations)();
    if (result._tag === 'Left')
      return { request: [{ part: 'operation', message: result.left.detail ?? result.left.message }], answer: [] };
    const { input, output } = result.right.validations;
    return {
      request: [...unread, ...input.filter(isBreach).map(requestFinding)],
      answer: output.filter(isBreach).map(answerFinding),
    };
  }

  return async (exchange) => {
    // A header that names no type makes Prism throw. To have none is as wrong, and tells of the rest.
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

/** Of what Prism is not shown the media type. */
type Untyped = 'answer' | 'request';

/** What has a header that names no type, if that is what Prism threw, or `null` for any other error. */
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

/** The request as Prism's server reads it. */
function requestOf({ method, url, requestHeaders, requestBody }: Exchange, base: string, body: unknown): PrismRequest {
  const length = Buffer.byteLength(requestBody);
  const names = [...new Set(url.searchParams.keys())];
  const query = names.map((name): [string, string | string[]] => {
    const [first = '', ...more] = url.searchParams.getAll(name);
    return [name, more.length > 0 ? [first, ...more] : first];
  });
  return {
    method: method.toLowerCase(),
    url: { path: url.pathname.slice(base.length) || '/', query: Object.fromEntries(query) },
    headers: { ...Object.fromEntries(requestHeaders), ...(length > 0 ? { 'content-length': `${length}` } : {}) },
    body,
  };
}

/** The answer as Prism's forwarder reads it. */
function answerOf({ status, headers, text }: Exchange): PrismAnswer {
  const body = text === '' || status === 204 ? { value: text } : (readBody(headers, text) ?? { value: text });
  return { statusCode: status, headers: Object.fromEntries(headers), body: body.value };
}

/** A body by its media type: JSON as what it says, or `null` where it is none, and all else as text. None is `null`. */
function readBody(headers: Headers, text: string): { readonly value: unknown } | null {
  if (text === '') return { value: null };
  if (!/^application\/([\w.-]+\+)?json *(;|$)/i.test(headers.get('content-type') ?? '')) return { value: text };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** That something is deprecated is no breach of the document. */
function isBreach({ code }: PrismViolation): boolean {
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
