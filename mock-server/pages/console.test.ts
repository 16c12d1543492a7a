import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(paddock.url + path, { headers, redirect: 'manual' });

describe('a browser', () => {
  test.each(['/', '/_paddock', '/_paddock/'])('is led from %s to the console', async (path) => {
    const response = await ask(path, { Accept: browser });
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/_paddock/console']);
  });

  test('with a key gets what a program gets', async () => {
    const response = await ask('/', { Accept: browser, Authorization: `Bearer ${paddock.apiKey}` });
    expect(response.status).not.toBe(302);
  });

  test('is led nowhere else', async () => {
    expect((await ask('/customer', { Accept: browser })).status).toBe(404);
  });
});

test.each(['*/*', 'application/json', 'application/json, text/plain, */*'])(
  'a program that accepts %s is not led to the console',
  async (accept) => {
    const response = await ask('/', { Accept: accept });
    expect(response.headers.get('Content-Type')).toContain('application/json');
    expect((await ask('/_paddock', { Accept: accept })).status).toBe(404);
  },
);
