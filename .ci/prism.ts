/**
 * Checks that Prism understands the documents: it serves a list and a create from each, and as a proxy it agrees with
 * the findings of `paddock verify --judge prism`.
 */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import '#openapi/compile/write-official.ts';
import { findFreePort, startProcess } from '#mock-server/bench/servers/start-process.ts';
import { isHopByHop } from '#openapi/exchange/hop-by-hop-headers.ts';
import type { Exchange } from '../contract-tests/contract/exchange.ts';
import type { Findings } from '../contract-tests/judge/finding.ts';
import { loadPrism } from '../contract-tests/judge/load-prism.ts';
import { createPrismJudge } from '../contract-tests/judge/prism.ts';
import { takeTour } from '../contract-tests/judge/testing/tour.ts';
import { mutants } from '../contract-tests/kit/mutants/mutants.ts';
import { createMutatingProxy } from '../contract-tests/kit/mutants/mutating-proxy.ts';

const headers = { authorization: 'Bearer anything', 'content-type': 'application/json' };

for (const profile of ['guide', 'official'] as const) {
  await serve(profile);
  await judgeAlike(profile);
}

async function serve(profile: string): Promise<void> {
  const { url, stop } = await startPrism('mock', profile);
  const customers = `${url}/customers`;
  await expectStatus(200, fetch(customers, { headers }));
  await expectStatus(201, fetch(customers, { method: 'POST', headers, body: '{"email":"sam@example.com"}' }));
  await expectStatus(400, fetch(customers, { method: 'POST', headers, body: '{"email":7}' }));
  await stop();
  console.log(`Prism serves the document of ${profile}.`);
}

/** Sends recorded requests through Prism's proxy to a server with the recorded responses, and compares the findings. */
async function judgeAlike(profile: string): Promise<void> {
  let answer: Exchange | undefined;
  const upstream = createServer((_request, response) => {
    // The document requires some of the others, such as Expires.
    const recorded = [...(answer?.response.headers ?? [])].filter(
      ([name]) => !isHopByHop(name) && name !== 'content-length',
    );
    response.writeHead(answer?.response.status ?? 500, Object.fromEntries(recorded));
    response.end(answer?.response.body);
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const { url, stop } = await startPrism('proxy', profile, [
    // The cast holds for a server that listens on a port.
    `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`,
    '--errors',
  ]);
  let [compared, refused] = [0, 0];
  for (const name of [null, 'undocumented-field', 'create-answers-200']) {
    const proxy = createMutatingProxy();
    proxy.apply(mutants.find((mutant) => mutant.name === name) ?? null);
    const { target, exchanges } = await takeTour(profile, { before: proxy.before, unchecked: true });
    const judge = await createPrismJudge(loadPrism(), target.contract, target.baseUrl);
    for (const exchange of exchanges) {
      answer = exchange;
      const { request, response } = exchange;
      const { method, headers, body } = request;
      const sent = fetch(`${url}${request.url.pathname}${request.url.search}`, {
        method,
        headers,
        ...(body === '' ? {} : { body }),
      });
      const expected = statusesAfter(await judge(exchange), exchange);
      await expectStatus(expected, sent);
      compared += 1;
      if (!expected.includes(response.status)) refused += 1;
    }
  }
  await stop();
  upstream.close();
  if (refused < 10) throw new Error(`Could not compare with prism proxy: it refused ${refused} exchanges only.`);
  console.log(`prism proxy --errors judges ${compared} exchanges as our judge does, ${refused} of them as faulty.`);
}

/** Statuses that `prism proxy --errors` may return: its own for findings, else the recorded one. */
function statusesAfter({ request, answer }: Findings, { response: { status } }: Exchange): number[] {
  if (request.length > 0) return [401, 404, 405, 422];
  return [answer.length > 0 ? 500 : status];
}

async function startPrism(command: 'mock' | 'proxy', profile: string, args: readonly string[] = []) {
  const port = await findFreePort();
  const document = `openapi/generated/${profile}.json`;
  const { stop } = await startProcess(['prism', command, document, ...args, '-p', `${port}`, '--multiprocess=false'], {
    ready: /Prism is listening/,
  });
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function expectStatus(expected: number | readonly number[], answer: Promise<Response>): Promise<void> {
  const { status, url } = await answer;
  if (![expected].flat().includes(status))
    throw new Error(`Could not accept Prism's answer: ${url} gave ${status} instead of ${expected}.`);
}
