import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Agent, type Dispatcher } from 'undici';
import { isHopByHop } from '#openapi/exchange/hop-by-hop-headers.ts';
import type { Front } from '../../targets/start-target.ts';
import { withHeader } from './change.ts';
import { isTo, namesPath } from './defects.ts';
import { createDetour, type Detour } from './detour.ts';
import type { Answered, Defect, Mutant, SendOn, Sent } from './mutant.ts';
import { noticing, sameBytes, sameMeaning } from './reach.ts';

/** A proxy in front of mocks that injects a defect. */
export type Wrapper = {
  /** Gives all mocks a defect from now on, which starts afresh; `null` ends that. */
  apply(mutant: Mutant | null): void;
  /** Passes everything on unchanged, webhooks too, and keeps what passes in `seen`. */
  watch(): void;
  /** What passed since the last `apply` or `watch`. Control requests do not count. */
  readonly seen: Seen;
  /** Puts the proxy in front of a mock, under a URL of its own. Webhooks pass through it while a defect is about them. */
  before(mockUrl: string): Promise<Front>;
};

/** What passed through a wrapper. */
export type Seen = {
  readonly requests: Pick<Sent, 'method' | 'url'>[];
  deliveries: number;
  /** True once a request met the route of the defect or, where that is all requests, once the defect changed something. */
  isReached: boolean;
};

/** The next connection tells the length of a body itself. */
const isPassedOn = (name: string) => !isHopByHop(name) && name !== 'content-length';

/** Creates a wrapper, which at first passes everything on unchanged. */
export function createWrapper(): Wrapper {
  let defect: Defect = {};
  let seen: Seen = { requests: [], deliveries: 0, isReached: false };
  const start = (next: Defect) => {
    const current: Seen = { requests: [], deliveries: 0, isReached: false };
    seen = current;
    defect = noticed(next, current);
  };
  return {
    apply: (mutant) => start(mutant?.start() ?? {}),
    watch: () => start({ delivery: (request, sendOn) => sendOn(request) }),
    get seen() {
      return seen;
    },
    before: (mockUrl) =>
      startProxy(
        mockUrl,
        () => defect,
        () => seen,
      ),
  };
}

/** The same defect, which notes in `seen` that it was reached. */
function noticed({ api, delivery, route }: Defect, seen: Seen): Defect {
  const reach = () => {
    seen.isReached = true;
  };
  return {
    ...(api && { api: noticing(api, sameMeaning, reach) }),
    ...(delivery && { delivery: noticing(delivery, sameBytes, reach) }),
    ...(route !== undefined && { route }),
  };
}

async function startProxy(mockUrl: string, defectNow: () => Defect, seenNow: () => Seen): Promise<Front> {
  const agent = new Agent();
  // The mock has limits of its own for headers, which are not to be met here first.
  const server = createServer({ maxHeaderSize: 1_000_000 }, (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    answer(request, response, gone.signal).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const detour = createDetour(url);

  async function answer(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const sent = await requestIn(request, url);
    const { status, headers, body } = await handle(sent, defectNow(), seenNow(), detour, (one) => {
      const { pathname, search } = one.url;
      return send(
        agent,
        { ...one, url: new URL(one.url.origin === url ? `${mockUrl}${pathname}${search}` : one.url) },
        signal,
      );
    });
    response.writeHead(status, Object.fromEntries(headers)).end(body);
  }

  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      await agent.destroy();
    },
  };
}

function handle(request: Sent, defect: Defect, seen: Seen, detour: Detour, sendOn: SendOn): Promise<Answered> {
  const { api, delivery, route } = defect;
  const destination = detour.destinationOf(request.url);
  if (destination) {
    seen.deliveries += 1;
    const original = withHeader({ ...request, url: destination }, 'host', destination.host);
    return delivery ? delivery(original, sendOn) : sendOn(original);
  }
  // Control requests are not mutated.
  if (request.url.pathname.startsWith('/_paddock')) return sendOn(request);
  seen.requests.push({ method: request.method, url: request.url });
  if (route !== undefined && namesPath(route) && isTo(request, route)) seen.isReached = true;
  const toMock: SendOn = delivery ? async (one) => detour.restore(await sendOn(detour.divert(one))) : sendOn;
  return api ? api(request, toMock) : toMock(request);
}

async function requestIn(request: IncomingMessage, base: string): Promise<Sent> {
  const pairs = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const url = new URL(`${base}${request.url ?? '/'}`);
  return { method: request.method ?? 'GET', url, headers: new Headers(pairs), body: await buffer(request) };
}

async function send(agent: Agent, { method, url, headers, body }: Sent, signal: AbortSignal): Promise<Answered> {
  const answer = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    // Any method may be sent on, also one that the mock does not know.
    method: method as Dispatcher.HttpMethod,
    headers: Object.fromEntries([...headers].filter(([name]) => isPassedOn(name))),
    body: body.length > 0 ? body : null,
    signal,
  });
  const pairs = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return {
    status: answer.statusCode,
    headers: new Headers(pairs.filter(([name]) => isPassedOn(name))),
    body: Buffer.from(await answer.body.arrayBuffer()),
  };
}
