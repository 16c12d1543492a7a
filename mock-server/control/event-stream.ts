import { once } from 'node:events';
import type { Response } from 'express';

/** A server-sent event. */
export type ServerEvent = { event: string; data: unknown };

/** A response of server-sent events, which ends with them or with its reader. */
export class EventStream {
  readonly #events: (signal: AbortSignal) => AsyncIterable<ServerEvent>;

  /** @param events yields the events until the signal says that the reader is gone */
  constructor(events: (signal: AbortSignal) => AsyncIterable<ServerEvent>) {
    this.#events = events;
  }

  async sendTo(response: Response): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    // Proxies such as nginx would otherwise collect the events.
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    // The next request on the connection waits for the end of this response.
    if (response.req.method === 'HEAD') {
      response.end();
      return;
    }
    for await (const { event, data } of this.#events(gone.signal)) {
      if (gone.signal.aborted) return;
      // A slow reader gets later events instead of a queue in memory.
      if (!response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
        await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
    }
    response.end();
  }
}
