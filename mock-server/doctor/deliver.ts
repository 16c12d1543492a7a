import type { SignedRequest } from './doctor-case.ts';

/** How an endpoint can fail to answer: not whole in time, by hanging up, or by not being there. */
export type Failure = 'timeout' | 'disconnected' | 'unreachable';

/** What the endpoint did, and after how many milliseconds. The reason is the code of the error. */
export type Answer = { status: number; ms: number } | { failure: Failure; reason: string; ms: number };

/** The codes of a connection that was there, and broke off or brought something other than HTTP. */
const hungUp = /^(ECONNRESET|EPIPE|HPE_.*|HTTPParserError|UND_ERR_(?!CONNECT_).*)$/;

/** Sends one delivery, and follows no redirect. The time is for the whole answer, so one that drips is late too. */
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

/** The code under an error of `fetch`, or what else names it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause === undefined) return error.name;
  const { cause } = error;
  if (!(cause instanceof Error)) return String(cause);
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  // What is no HTTP has a name and, in Node's `fetch`, no code.
  return cause.name === 'HTTPParserError' ? cause.name : cause.message;
}
