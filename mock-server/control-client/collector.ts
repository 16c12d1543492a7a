import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { CollectedEvent, CollectedWebhook } from './collected-webhook.ts';
import { type Receiver, startReceiver } from './receiver.ts';

/** Registers a URL for an account's events and, on request, its past ones. */
export type Register = (url: string, withPastEvents: boolean) => Promise<unknown>;

/** Default timeout of `waitFor`, below the five seconds of Vitest and Jest, so that its error is shown. */
const waitAtMostMs = 4_000;

/** Receives and collects an account's webhooks in this process. */
export class Collector {
  readonly received: CollectedWebhook[] = [];
  readonly #register: Register;
  readonly #listeners = new Set<() => void>();
  #receiver: Promise<Receiver> | undefined;

  constructor(register: Register) {
    this.#register = register;
  }

  collect(): Promise<void> {
    return this.#begin(false);
  }

  async #begin(withPastEvents: boolean): Promise<void> {
    // A collector that is never closed must not keep the process alive.
    this.#receiver ??= startReceiver((request, response) => this.#receive(request, response), { keepsProcess: false });
    const { url } = await this.#receiver;
    await this.#register(url, withPastEvents);
  }

  async waitFor<Name extends string>(
    type: Name,
    matches: (event: CollectedEvent<Name>) => boolean = () => true,
    timeoutMs = waitAtMostMs,
  ): Promise<CollectedEvent<Name>> {
    // Without a previous `collect`, past events count too.
    await this.#begin(this.#receiver === undefined);
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#listeners.delete(look);
      };
      const look = () => {
        const event = this.#eventsOf(type).find(matches);
        if (!event) return;
        end();
        resolve(event);
      };
      const timer = setTimeout(() => {
        end();
        reject(this.#tooLate(type, timeoutMs));
      }, timeoutMs);
      this.#listeners.add(look);
      look();
    });
  }

  /** Clears the received webhooks, and continues to collect if it had begun. */
  async reset(): Promise<void> {
    this.received.length = 0;
    if (this.#receiver) await this.collect();
  }

  async close(): Promise<void> {
    const receiver = await this.#receiver;
    await receiver?.close();
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await text(request);
    const signature = String(request.headers['paddle-signature']);
    const event = eventIn(rawBody);
    if (!event) {
      response.writeHead(400).end();
      return;
    }
    this.received.push({ rawBody, signature, event });
    response.end();
    for (const look of [...this.#listeners]) look();
  }

  #tooLate(type: string, timeoutMs: number): UsageError {
    const types = this.received.map(({ event }) => event.event_type).join(', ') || 'nothing';
    return new UsageError(
      `Could not wait longer for ${type}: it did not arrive within ${timeoutMs} ms. Received: ${types}. See GET /_paddock/deliveries.`,
    );
  }

  /** The place where received events become typed: the mock sends what the document describes. */
  #eventsOf<Name extends string>(type: Name): CollectedEvent<Name>[] {
    return this.received
      .map(({ event }) => event)
      .filter(({ event_type }) => event_type === type) as CollectedEvent<Name>[];
  }
}

/** Parses the event in a body; undefined for invalid JSON, which did not come from the mock. */
function eventIn(rawBody: string): CollectedWebhook['event'] | undefined {
  try {
    return JSON.parse(rawBody);
  } catch {
    return undefined;
  }
}
