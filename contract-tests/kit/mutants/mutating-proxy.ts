import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Agent, type Dispatcher } from 'undici';
import { isHopByHop } from '#openapi/exchange/hop-by-hop-headers.ts';
import type { Front } from '../../targets/start-target.ts';
import { isTo, namesPath } from './define-defect.ts';
import { createDestinationRewriter, type DestinationRewriter } from './destination-rewriter.ts';
import { detectEffect, sameBytes, sameMeaning } from './detect-effect.ts';
import { withHeader } from './edit-message.ts';
import type { Defect, Forward, Mutant, ProxiedRequest, ProxiedResponse } from './mutant.ts';

/** A proxy in front of mocks that injects a defect. */
export type MutatingProxy = {
  /** Starts the defect of a mutant for all mocks; `null` removes it. */
  apply(mutant: Mutant | null): void;
  /** Forwards everything unchanged, webhooks too, and collects it in `seen`. */
  watch(): void;
  /** Traffic since the last `apply` or `watch`, without control requests. */
  readonly seen: Seen;
  /** Puts the proxy in front of a mock, at its own URL. Webhooks pass through it only if the defect concerns them. */
  before(mockUrl: string): Promise<Front>;
};

/** Traffic that passed through a proxy. */
export type Seen = {
  readonly requests: Pick<ProxiedRequest, 'method' | 'url'>[];
  deliveries: number;
  /** True once a request matched the defect's route or, if that matches every path, once the defect had an effect. */
  isReached: boolean;
};

/** Content-Length is computed anew for the next hop. */
const isForwarded = (name: string) => !isHopByHop(name) && name !== 'content-length';

/** Creates a proxy without a defect. */
export function createMutatingProxy(): MutatingProxy {
  let defect: Defect = {};
  let seen: Seen = { requests: [], deliveries: 0, isReached: false };
  const start = (next: Defect) => {
    const current: Seen = { requests: [], deliveries: 0, isReached: false };
    seen = current;
    defect = withReachDetection(next, current);
  };
  return {
    apply: (mutant) => start(mutant?.start() ?? {}),
    watch: () => start({ delivery: (request, forward) => forward(request) }),
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

/** Returns the defect with interceptors that set `isReached` in `seen`. */
function withReachDetection({ api, delivery, route }: Defect, seen: Seen): Defect {
  const reach = () => {
    seen.isReached = true;
  };
  return {
    ...(api && { api: detectEffect(api, sameMeaning, reach) }),
    ...(delivery && { delivery: detectEffect(delivery, sameBytes, reach) }),
    ...(route !== undefined && { route }),
  };
}

async function startProxy(mockUrl: string, defectNow: () => Defect, seenNow: () => Seen): Promise<Front> {
  const agent = new Agent();
  // The limit on headers has to be the mock's, so it is raised here.
  const server = createServer({ maxHeaderSize: 1_000_000 }, (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    answer(request, response, gone.signal).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an `AddressInfo`.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rewriter = createDestinationRewriter(url);

  async function answer(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const sent = await requestIn(request, url);
    const { status, headers, body } = await handle(sent, defectNow(), seenNow(), rewriter, (one) => {
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

function handle(
  request: ProxiedRequest,
  defect: Defect,
  seen: Seen,
  rewriter: DestinationRewriter,
  forward: Forward,
): Promise<ProxiedResponse> {
  const { api, delivery, route } = defect;
  const destination = rewriter.originalOf(request.url);
  if (destination) {
    seen.deliveries += 1;
    const original = withHeader({ ...request, url: destination }, 'host', destination.host);
    return delivery ? delivery(original, forward) : forward(original);
  }
  // Control requests are not mutated.
  const { pathname } = request.url;
  // The checkout is a part of what is emulated, although it is not in the API.
  if (pathname.startsWith('/_paddock') && !pathname.startsWith('/_paddock/checkout')) return forward(request);
  seen.requests.push({ method: request.method, url: request.url });
  if (route !== undefined && namesPath(route) && isTo(request, route)) seen.isReached = true;
  const toMock: Forward = delivery ? async (one) => rewriter.restore(await forward(rewriter.rewrite(one))) : forward;
  return api ? api(request, toMock) : toMock(request);
}

async function requestIn(request: IncomingMessage, base: string): Promise<ProxiedRequest> {
  const pairs = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const url = new URL(`${base}${request.url ?? '/'}`);
  return { method: request.method ?? 'GET', url, headers: new Headers(pairs), body: await buffer(request) };
}

async function send(
  agent: Agent,
  { method, url, headers, body }: ProxiedRequest,
  signal: AbortSignal,
): Promise<ProxiedResponse> {
  const answer = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    // The cast lets unknown methods through to the mock.
    method: method as Dispatcher.HttpMethod,
    headers: Object.fromEntries([...headers].filter(([name]) => isForwarded(name))),
    body: body.length > 0 ? body : null,
    signal,
  });
  const pairs = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return {
    status: answer.statusCode,
    headers: new Headers(pairs.filter(([name]) => isForwarded(name))),
    body: Buffer.from(await answer.body.arrayBuffer()),
  };
}
