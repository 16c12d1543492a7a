import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Agent, type Dispatcher } from 'undici';
import type { Front } from '../targets/start-target.ts';
import { withHeader } from './change.ts';
import { createDetour, type Detour } from './detour.ts';
import type { Answered, Defect, Mutant, SendOn, Sent } from './mutant.ts';

/** What stands before mocks, and makes mutants of them. */
export type Wrapper = {
  /** Lets all mocks have a defect from now on, which begins anew; `null` ends that. */
  apply(mutant: Mutant | null): void;
  /** Stands before a mock, under a URL of its own. Webhooks pass too while they are what is wrong. */
  before(mockUrl: string): Promise<Front>;
};

const ofOneConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'expect'];

/** Makes what stands before mocks. At first it passes everything as it is. */
export function createWrapper(): Wrapper {
  let defect: Defect = {};
  return {
    apply(mutant) {
      defect = mutant?.start() ?? {};
    },
    before: (mockUrl) => startProxy(mockUrl, () => defect),
  };
}

async function startProxy(mockUrl: string, defectNow: () => Defect): Promise<Front> {
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
    const { status, headers, body } = await handle(sent, defectNow(), detour, (one) => {
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

function handle(request: Sent, { api, delivery }: Defect, detour: Detour, sendOn: SendOn): Promise<Answered> {
  const destination = detour.destinationOf(request.url);
  if (destination) {
    const original = withHeader({ ...request, url: destination }, 'host', destination.host);
    return delivery ? delivery(original, sendOn) : sendOn(original);
  }
  // What controls the mock is no part of what is wrong with it.
  if (request.url.pathname.startsWith('/_paddock')) return sendOn(request);
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
    headers: Object.fromEntries([...headers].filter(([name]) => !ofOneConnection.includes(name))),
    body: body.length > 0 ? body : null,
    signal,
  });
  const pairs = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return {
    status: answer.statusCode,
    headers: new Headers(pairs.filter(([name]) => !ofOneConnection.includes(name))),
    body: Buffer.from(await answer.body.arrayBuffer()),
  };
}
