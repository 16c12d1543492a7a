import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const ask = (path: string, accept?: string) =>
  fetch(paddock.url + path, { headers: accept === undefined ? {} : { Accept: accept } });

describe('the welcome page', () => {
  test.each(['/', '/_paddock', '/_paddock/'])('is at %s, with working links', async (path) => {
    const response = await ask(path, browser);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    const links = [...(await response.text()).matchAll(/href="([^"#]+)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect([link, (await ask(link)).status]).toEqual([link, 200]);
  });

  test.each([undefined, '*/*', 'application/json', 'application/json, text/plain, */*'])(
    'is not sent to a program that accepts %s',
    async (accept) => {
      const response = await ask('/', accept);
      expect([response.status, (await response.json()).error.code]).toEqual([540, 'temporarily_unavailable']);
      expect((await ask('/_paddock', accept)).status).toBe(404);
    },
  );

  test('is nowhere else', async () => {
    expect((await ask('/customer', browser)).status).toBe(404);
  });
});
