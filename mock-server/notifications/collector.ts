import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { webhooks } from '#openapi/generated/guide.ts';
import type { Account } from '../context.ts';
import { UsageError } from '../usage-error.ts';
import { registerDestination } from './register.ts';
import { signatureHeader } from './signature.ts';

type Payload<Name extends keyof webhooks> = webhooks[Name]['post']['requestBody']['content']['application/json'];

/** An event as it was delivered: typed for the event types that the guide lists. */
export type CollectedEvent<Name extends string = string> = Name extends keyof webhooks
  ? Payload<Name>
  : { event_id: string; event_type: string; occurred_at: string; notification_id: string; data: unknown };

/** A delivery as it came in. */
export type CollectedWebhook = {
  /** The body, byte for byte as it was signed. */
  rawBody: string;
  /** The `Paddle-Signature` header. */
  signature: string;
  event: CollectedEvent;
};

/** Webhooks of the default account, without a server of one's own. */
export type Webhooks = {
  /** Begins to receive every event, by real deliveries to a receiver on this machine. Once is enough. */
  collect(): Promise<void>;
  /** What was received since, in the order of arrival. */
  readonly received: readonly CollectedWebhook[];
  /**
   * Waits for an event that was received already or will be. Begins to collect, if that was not done.
   *
   * @param matches tells whether it is the event that is meant. Default: the first of the type.
   * @param timeoutMs how long to wait at most, in real milliseconds. Default: 5,000.
   * @throws UsageError when the time is over, with the types that were received instead
   */
  waitFor<Name extends string>(
    type: Name,
    matches?: (event: CollectedEvent<Name>) => boolean,
    timeoutMs?: number,
  ): Promise<CollectedEvent<Name>>;
  /**
   * Signs a body as Paddle does, for unit tests of a handler.
   *
   * @returns a `Paddle-Signature` header, stamped with the wall clock
   */
  sign(body: string, secret: string): string;
};

/** Receives an account's webhooks and keeps them. */
export class Collector implements Webhooks {
  readonly #account: Account;
  readonly received: CollectedWebhook[] = [];
  #server: Promise<{ server: Server; url: string }> | undefined;
  #listeners = new Set<() => void>();

  constructor(account: Account) {
    this.#account = account;
  }

  async collect(): Promise<void> {
    this.#server ??= this.#listen();
    const { url } = await this.#server;
    registerDestination(this.#account, { url });
  }

  async waitFor<Name extends string>(type: Name, matches = (_event: CollectedEvent<Name>) => true, timeoutMs = 5000) {
    await this.collect();
    const find = () => this.#eventsOf(type).find(matches);
    return new Promise<CollectedEvent<Name>>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#listeners.delete(look);
      };
      const look = () => {
        const event = find();
        if (!event) return;
        end();
        resolve(event);
      };
      const timer = setTimeout(() => {
        end();
        const types = this.received.map(({ event }) => event.event_type).join(', ') || 'nothing';
        reject(
          new UsageError(
            `Could not wait longer for ${type}: ${timeoutMs} ms are over, and what came was ${types}. Look at GET /_paddock/deliveries.`,
          ),
        );
      }, timeoutMs);
      this.#listeners.add(look);
      look();
    });
  }

  sign(body: string, secret: string): string {
    return signatureHeader(body, [secret], Math.floor(Date.now() / 1000));
  }

  /** Forgets what was received, and goes on if it had begun. */
  async reset(): Promise<void> {
    this.received.length = 0;
    if (this.#server) await this.collect();
  }

  async close(): Promise<void> {
    const listening = await this.#server;
    listening?.server.closeAllConnections();
    await new Promise<void>((resolve) => (listening ? listening.server.close(() => resolve()) : resolve()));
  }

  async #listen(): Promise<{ server: Server; url: string }> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const rawBody = Buffer.concat(chunks).toString();
      this.received.push({
        rawBody,
        signature: String(request.headers['paddle-signature']),
        event: JSON.parse(rawBody),
      });
      response.end();
      for (const listener of [...this.#listeners]) listener();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/collector` };
  }

  /** The place where received events become typed: the mock sends what the document says. */
  #eventsOf<Name extends string>(type: Name): CollectedEvent<Name>[] {
    return this.received
      .map(({ event }) => event)
      .filter(({ event_type }) => event_type === type) as CollectedEvent<Name>[];
  }
}
