import type { Exchange } from '../checks/exchange.ts';
import type { Contract } from '../targets/document.ts';
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

  return async (exchange) => {
    const request = requestOf(exchange, base);
    if (request === null) return { request: [{ part: 'request-body', message: 'Invalid JSON' }], answer: [] };
    const answer = answerOf(exchange);
    const prism = http.createInstance(config, {
      logger,
      forward: () => () => async () => ({ _tag: 'Right', right: answer }),
    });
    const result = await prism.request(request, operations)();
    if (result._tag === 'Left') {
      return { request: [{ part: 'operation', message: result.left.detail ?? result.left.message }], answer: [] };
    }
    const { input, output } = result.right.validations;
    return { request: input.filter(isBreach).map(requestFinding), answer: output.filter(isBreach).map(answerFinding) };
  };
}

/** The request as Prism's server reads it, or `null` for a body that it refuses to read. */
function requestOf({ method, url, requestHeaders, requestBody }: Exchange, base: string): PrismRequest | null {
  const length = Buffer.byteLength(requestBody);
  const headers = { ...Object.fromEntries(requestHeaders), ...(length > 0 ? { 'content-length': `${length}` } : {}) };
  const body = length === 0 ? { value: null } : readBody(requestHeaders, requestBody);
  if (body === null) return null;
  const names = [...new Set(url.searchParams.keys())];
  const query = names.map((name): [string, string | string[]] => {
    const [first = '', ...more] = url.searchParams.getAll(name);
    return [name, more.length > 0 ? [first, ...more] : first];
  });
  return {
    method: method.toLowerCase(),
    url: { path: url.pathname.slice(base.length) || '/', query: Object.fromEntries(query) },
    headers,
    body: body.value,
  };
}

/** The answer as Prism's forwarder reads it. */
function answerOf({ status, headers, text }: Exchange): PrismAnswer {
  const body = status === 204 ? { value: text } : (readBody(headers, text) ?? { value: text });
  return { statusCode: status, headers: Object.fromEntries(headers), body: body.value };
}

/** A body by its media type: JSON as what it says, or `null` where it is none, and all else as text. */
function readBody(headers: Headers, text: string): { readonly value: unknown } | null {
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
