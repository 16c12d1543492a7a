import { connect, type Socket } from 'node:net';
import { AnswerReader, type RawAnswer } from './raw-answer.ts';
import type { RawRequest } from './raw-request.ts';

/** Outcome of a request: a response, a connection closed before a complete one, or a timeout. */
export type Outcome = RawAnswer | 'closed' | 'hang';

/** One caller's connection to a server, reopened when it was closed. */
export class RawConnection implements Disposable {
  readonly #port: number;
  readonly #timeoutMs: number;
  #socket: Socket | undefined;

  /** @param timeoutMs timeout of a response, in milliseconds */
  constructor(port: number, timeoutMs: number) {
    this.#port = port;
    this.#timeoutMs = timeoutMs;
  }

  /** Sends a request and waits for its outcome. */
  async send(request: RawRequest): Promise<Outcome> {
    const socket = this.#isOpen && this.#socket ? this.#socket : this.#connect();
    const outcome = await exchange(socket, request, this.#timeoutMs);
    if (typeof outcome === 'string' || !outcome.isKept || !request.isFramed) socket.destroy();
    return outcome;
  }

  [Symbol.dispose](): void {
    this.#socket?.destroy();
  }

  get #isOpen(): boolean {
    return this.#socket !== undefined && !this.#socket.destroyed && this.#socket.writable;
  }

  #connect(): Socket {
    // The close event that follows an error is sufficient.
    this.#socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true }).on('error', () => {});
    return this.#socket;
  }
}

function exchange(socket: Socket, request: RawRequest, timeoutMs: number): Promise<Outcome> {
  const reader = new AnswerReader(request.method);
  return new Promise((resolve) => {
    const finish = (outcome: Outcome) => {
      clearTimeout(timer);
      socket.off('data', read).off('close', end).off('end', end);
      resolve(outcome);
    };
    const read = (chunk: Buffer) => {
      const answer = reader.take(chunk);
      if (answer) finish(answer);
    };
    const end = () => finish(reader.end() ?? 'closed');
    const timer = setTimeout(() => finish('hang'), timeoutMs);
    socket.on('data', read).on('close', end).on('end', end);
    socket.write(request.bytes);
    if (request.isCutOff) socket.end();
  });
}
