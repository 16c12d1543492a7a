import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Delivery } from '../checks/delivery.ts';

/**
 * Response of a destination: a status, a complete response, a connection reset (`reset`), none (`hang`), or a body that
 * never ends (`drip`).
 */
export type Reply =
  | number
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'reset'
  | 'hang'
  | 'drip';

/** Chooses the response to a delivery; a promise delays it. */
export type Script = (delivery: Delivery, nth: number) => Reply | Promise<Reply>;

/** An endpoint for webhooks with a URL of its own. */
export type Destination = {
  readonly url: string;
  /** Deliveries in order of arrival. */
  readonly deliveries: readonly Delivery[];
  /** Sets the response to further deliveries. Default: 200. */
  answer(script: Script | Reply): void;
  /** Waits until this many deliveries have arrived in total. */
  arrived(count: number): Promise<void>;
};

export type Receiver = {
  newDestination(): Destination;
  /** True without a tunnel, so that the target sees how connections end. */
  readonly isDirect: boolean;
  /** Throws if a delivery broke a law since the last call. */
  expectLawful(): void;
};

/** A public URL, and the port of this machine that it forwards to. */
export type Tunnel = { readonly url: string; readonly port?: number | undefined };

/** Port that a tunnel forwards to unless another one is given. */
const defaultPort = 4011;

type Endpoint = { deliveries: Delivery[]; script: Script; waiting: Set<() => void> };

/**
 * Starts a server that receives webhooks.
 *
 * @param check describes what a delivery breaks, or returns `null`.
 * @param tunnel default: none, so that only this machine can reach the server, on a free port.
 * @returns the receiver; closing it throws if a delivery broke a law.
 * @throws UsageError for an invalid URL or an unavailable port.
 */
export async function startReceiver(
  check: (delivery: Delivery) => string | null,
  tunnel?: Tunnel,
): Promise<Receiver & { close(): Promise<void> }> {
  if (tunnel) checkUrl(tunnel);
  const endpoints = new Map<string, Endpoint>();
  const violations: string[] = [];
  const drips = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => void receive(request, response));
  const port = await listen(server, tunnel ? (tunnel.port ?? defaultPort) : 0);
  const base = (tunnel?.url ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '');

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const delivery = await deliveryIn(request);
    const endpoint = endpoints.get(request.url ?? '');
    const violation = endpoint ? check(delivery) : `there is no destination ${request.url}`;
    if (violation) violations.push(`${violation}: ${delivery.body}`);
    if (!endpoint) return void response.writeHead(404).end();
    endpoint.deliveries.push(delivery);
    for (const checkCount of endpoint.waiting) checkCount();
    const reply = await endpoint.script(delivery, endpoint.deliveries.length);
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
      const path = `/webhooks/${endpoints.size + 1}`;
      const endpoint: Endpoint = { deliveries: [], script: () => 200, waiting: new Set() };
      endpoints.set(path, endpoint);
      return {
        url: `${base}${path}`,
        deliveries: endpoint.deliveries,
        answer(script) {
          endpoint.script = typeof script === 'function' ? script : () => script;
        },
        arrived: (count) => arrived(endpoint, count),
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

/** @returns the port. @throws UsageError if the port is in use. */
async function listen(server: Server, wanted: number): Promise<number> {
  server.listen(wanted, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Could not receive webhooks: ${reason}. Give another port to --receiver-port.`);
  }
  // `address()` is an `AddressInfo` for a server that listens on a port.
  return (server.address() as AddressInfo).port;
}

async function deliveryIn(request: IncomingMessage): Promise<Delivery> {
  const pairs = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { method: request.method ?? '', headers: new Headers(pairs), body: await buffer(request) };
}

function arrived({ deliveries, waiting }: Endpoint, count: number): Promise<void> {
  return new Promise((resolve) => {
    const checkCount = () => {
      if (deliveries.length < count) return;
      waiting.delete(checkCount);
      resolve();
    };
    waiting.add(checkCount);
    checkCount();
  });
}

function send(response: ServerResponse, { status, headers, body = '' }: Exclude<Reply, number | string>): void {
  response.writeHead(status, { ...headers }).end(body);
}

function drip(response: ServerResponse): NodeJS.Timeout {
  response.writeHead(200, { 'content-type': 'text/plain' });
  return setInterval(() => response.write('.'), 200);
}
