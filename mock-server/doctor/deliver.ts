import type { SignedRequest } from './doctor-case.ts';

/** Ways in which an endpoint fails to answer: a timeout, a broken connection, or none at all. */
export type Failure = 'timeout' | 'disconnected' | 'unreachable';

/** Response of the endpoint, with its time in milliseconds. The reason is the error's code. */
export type Answer = { status: number; ms: number } | { failure: Failure; reason: string; ms: number };

/** Error codes of a connection that was broken off or did not speak HTTP. */
const hungUp = /^(ECONNRESET|EPIPE|HPE_.*|HTTPParserError|UND_ERR_(?!CONNECT_).*)$/;

/** Sends one delivery without following redirects. The timeout covers the whole response, including a slow body. */
export async function deliver(url: URL, { body, signature }: SignedRequest, timeoutMs: number): Promise<Answer> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  const headers = new Headers({ 'Content-Type': 'application/json', 'User-Agent': 'Paddle (Paddock doctor)' });
  if (signature !== null) headers.set('Paddle-Signature', signature);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.pipeTo(new WritableStream());
    return { status: response.status, ms: ms() };
  } catch (error) {
    return { ...describeFailure(error), ms: ms() };
  }
}

function describeFailure(error: unknown): { failure: Failure; reason: string } {
  const reason = reasonOf(error);
  if (reason === 'TimeoutError') return { failure: 'timeout', reason };
  return { failure: hungUp.test(reason) ? 'disconnected' : 'unreachable', reason };
}

/** Returns the code of an error of `fetch`, or else its name or message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause === undefined) return error.name;
  const { cause } = error;
  if (!(cause instanceof Error)) return String(cause);
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  // Node's `fetch` reports a response that is not HTTP by a name, without a code.
  return cause.name === 'HTTPParserError' ? cause.name : cause.message;
}
