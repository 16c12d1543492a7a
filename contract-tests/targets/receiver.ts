import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Delivery } from '../checks/delivery.ts';

/**
 * How a destination answers: with a status, with a whole answer, by cutting the connection, never, or with a body that
 * never ends.
 */
export type Reply =
  | number
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'reset'
  | 'hang'
  | 'drip';

/** Chooses the answer to a delivery; a promise holds it back until it is fulfilled. */
export type Script = (delivery: Delivery, nth: number) => Reply | Promise<Reply>;

/** A place that webhooks can be sent to, with a URL of its own. */
export type Destination = {
  readonly url: string;
  /** What came in, in the order of arrival. */
  readonly deliveries: readonly Delivery[];
  /** Says how deliveries are answered from now on. At first they are with 200. */
  answer(script: Script | Reply): void;
  /** Waits until so many deliveries came in, all in all. */
  arrived(count: number): Promise<void>;
};

export type Receiver = {
  newDestination(): Destination;
  /** Nothing stands between the target and this machine, so that it sees how connections end. */
  readonly isDirect: boolean;
  /** Throws if a delivery broke a law since this was last asked. */
  expectLawful(): void;
};

/** What leads here from elsewhere: a public URL, and the port of this machine that it leads to. */
export type Tunnel = { readonly url: string; readonly port?: number | undefined };

/** Where a tunnel leads that nobody gave a port for. */
const usualPort = 4011;

type Place = { deliveries: Delivery[]; script: Script; waiting: Set<() => void> };

/**
 * Starts a server that webhooks are sent to.
 *
 * @param check what a delivery breaks, in a sentence, or `null`.
 * @param tunnel default: none, so that only this machine reaches it, on a free port.
 * @returns besides the receiver, what stops it; that throws if a delivery broke a law.
 * @throws UsageError for a URL or port that a tunnel cannot have.
 */
export async function startReceiver(
  check: (delivery: Delivery) => string | null,
  tunnel?: Tunnel,
): Promise<Receiver & { close(): Promise<void> }> {
  if (tunnel) checkUrl(tunnel);
  const places = new Map<string, Place>();
  const violations: string[] = [];
  const drips = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => void receive(request, response));
  const port = await listen(server, tunnel ? (tunnel.port ?? usualPort) : 0);
  const base = (tunnel?.url ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '');

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const delivery = await deliveryIn(request);
    const place = places.get(request.url ?? '');
    const violation = place ? check(delivery) : `nobody asked for deliveries to ${request.url}`;
    if (violation) violations.push(`${violation}: ${delivery.body}`);
    if (!place) return void response.writeHead(404).end();
    place.deliveries.push(delivery);
    for (const tell of place.waiting) tell();
    const reply = await place.script(delivery, place.deliveries.length);
    if (reply === 'reset') request.socket.resetAndDestroy();
    else if (reply === 'drip') drips.add(drip(response));
    else if (reply !== 'hang') send(response, typeof reply === 'number' ? { status: reply } : reply);
  }

  function expectLawful(): void {
    const broken = violations.splice(0);
    if (broken.length > 0) throw new Error(`Deliveries broke laws:\n${broken.join('\n')}`);
  }

  return {
    expectLawful,
    isDirect: tunnel === undefined,
    newDestination() {
      const path = `/webhooks/${places.size + 1}`;
      const place: Place = { deliveries: [], script: () => 200, waiting: new Set() };
      places.set(path, place);
      return {
        url: `${base}${path}`,
        deliveries: place.deliveries,
        answer(script) {
          place.script = typeof script === 'function' ? script : () => script;
        },
        arrived: (count) => arrived(place, count),
      };
    },
    async close() {
      for (const timer of drips) clearInterval(timer);
      server.closeAllConnections();
      server.close();
      expectLawful();
    },
  };
}

function checkUrl({ url }: Tunnel): void {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new UsageError(
      `Could not receive webhooks at ${url}: it is not an http or https URL. Give one with --receiver.`,
    );
}

/** @returns the port. @throws UsageError where somebody has it. */
async function listen(server: Server, wanted: number): Promise<number> {
  server.listen(wanted, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Could not receive webhooks: ${reason}. Give another port to --receiver-port.`);
  }
  // A server that listens on a port has an address of this kind.
  return (server.address() as AddressInfo).port;
}

async function deliveryIn(request: IncomingMessage): Promise<Delivery> {
  const pairs = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { method: request.method ?? '', headers: new Headers(pairs), body: await buffer(request) };
}

function arrived({ deliveries, waiting }: Place, count: number): Promise<void> {
  return new Promise((resolve) => {
    const tell = () => {
      if (deliveries.length < count) return;
      waiting.delete(tell);
      resolve();
    };
    waiting.add(tell);
    tell();
  });
}

function send(response: ServerResponse, { status, headers, body = '' }: Exclude<Reply, number | string>): void {
  response.writeHead(status, { ...headers }).end(body);
}

function drip(response: ServerResponse): NodeJS.Timeout {
  response.writeHead(200, { 'content-type': 'text/plain' });
  return setInterval(() => response.write('.'), 200);
}
