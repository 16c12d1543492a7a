/** Shows that another tool can serve our documents: Prism answers a list and a create from each of them. */

import { findFreePort } from '#mock-server/bench/find-free-port.ts';
import { startProcess } from '#mock-server/bench/start-process.ts';

const headers = { authorization: 'Bearer anything', 'content-type': 'application/json' };

for (const profile of ['guide', 'official']) {
  const port = await findFreePort();
  const document = `openapi/generated/${profile}.json`;
  await using _prism = await startProcess(['prism', 'mock', document, '-p', `${port}`, '--multiprocess=false'], {
    ready: /Prism is listening/,
  });
  const customers = `http://127.0.0.1:${port}/customers`;
  await expectStatus(200, fetch(customers, { headers }));
  await expectStatus(201, fetch(customers, { method: 'POST', headers, body: '{"email":"sam@example.com"}' }));
  await expectStatus(400, fetch(customers, { method: 'POST', headers, body: '{"email":7}' }));
  console.log(`Prism serves ${document}.`);
}

async function expectStatus(expected: number, answer: Promise<Response>): Promise<void> {
  const { status, url } = await answer;
  if (status !== expected)
    throw new Error(`Could not accept Prism's answer: ${url} gave ${status} instead of ${expected}.`);
}
