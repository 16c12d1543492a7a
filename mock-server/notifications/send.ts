import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { SendResult } from '../state/entries/notification-logs.ts';
import { isReservedHost } from '../wire/hosts.ts';
import { answerWithinMs, type Connections } from './connections.ts';

// @evidence assumed: how much of a response is read, and how much is stored.
const bytesReadAtMost = 1024 * 1024;
const charactersKeptAtMost = 1000;

/** Sends a body to a destination. Does not follow redirects, and does not throw. */
export async function send(
  url: string,
  body: string,
  signature: string,
  connections: Connections,
  signal: AbortSignal,
): Promise<SendResult> {
  const agent = await connections.agent();
  const exchange = new Exchange();
  const stop = () => exchange.stop(new Error('Paddock was stopped.'));
  const timer = setTimeout(() => {
    exchange.stop(new Error(`No complete response within ${answerWithinMs / 1000} seconds.`));
  }, answerWithinMs);
  signal.addEventListener('abort', stop);
  try {
    const target = new URL(url);
    if (connections.isOwnControl(target)) throw new Error("Webhooks are not sent to Paddock's own control plane.");
    // Without a network, looking the name up may take seconds, for which the clock would wait.
    if (isReservedHost(target.hostname))
      throw new Error(`${target.hostname} is reserved for examples: nothing is sent there.`);
    const { origin, pathname, search } = target;
    const headers = {
      'content-type': 'application/json',
      // @evidence official: the user agent contains Paddle.
      'user-agent': 'Paddle/1.0 (Paddock)',
      'paddle-signature': signature,
    };
    // One timer covers the whole exchange; undici's timeouts would restart with each part.
    const timeouts = { headersTimeout: 0, bodyTimeout: 0 };
    agent.dispatch({ origin, path: pathname + search, method: 'POST', headers, body, ...timeouts }, exchange);
    if (signal.aborted) stop();
    return await exchange.result;
  } catch (error) {
    return { ok: false, code: 0, contentType: null, body: reasonOf(error) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/**
 * A pending request. It handles undici's callbacks directly: a stream and an abort signal per delivery would cost
 * more than the request.
 */
class Exchange implements Dispatcher.DispatchHandler {
  readonly result: Promise<SendResult>;
  readonly #resolve: (result: SendResult) => void;
  readonly #reject: (error: Error) => void;
  readonly #kept: Buffer[] = [];
  #length = 0;
  #code = 0;
  #contentType: string | null = null;
  #controller: Dispatcher.DispatchController | undefined;
  #stopped: Error | undefined;

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers<SendResult>();
    this.result = promise;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Aborts it, even before it is connected. */
  stop(reason: Error): void {
    this.#stopped = reason;
    this.#reject(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped) controller.abort(this.#stopped);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, code: number, headers: IncomingHttpHeaders): void {
    const contentType = headers['content-type'];
    this.#code = code;
    this.#contentType = typeof contentType === 'string' ? contentType : null;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#length < 4 * charactersKeptAtMost) this.#kept.push(chunk);
    this.#length += chunk.length;
    if (this.#length <= bytesReadAtMost) return;
    this.#end(false, `The response is larger than ${bytesReadAtMost} bytes.`);
    controller.abort(new Error('The response is too large.'));
  }

  onResponseEnd(): void {
    this.#end(this.#code === 200, Buffer.concat(this.#kept).toString().slice(0, charactersKeptAtMost));
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.#reject(error);
  }

  #end(ok: boolean, body: string): void {
    this.#resolve({ ok, code: this.#code, contentType: this.#contentType, body });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return (cause instanceof Error ? cause.message : error.message) || error.name;
}
