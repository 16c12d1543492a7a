import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';

const built = new URL('../../browser/built/', import.meta.url);

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

const ask = (path: string, headers: Record<string, string> = {}) => fetch(paddock.url + path, { headers });
const hashed = () => readdirSync(built).filter((name) => /\.(js|css)$/.test(name));

describe('built files', () => {
  test('are cached forever under hashed names', async () => {
    expect(hashed().length).toBeGreaterThan(1);
    for (const name of hashed()) {
      const response = await ask(`/_paddock/built/${name}`);
      expect([name, response.status, response.headers.get('Cache-Control')]).toEqual([
        name,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  test('are sent gzipped where the client accepts it, with the same content', async () => {
    const [name] = hashed();
    const gzipped = await ask(`/_paddock/built/${name}`, { 'Accept-Encoding': 'gzip' });
    const plain = await ask(`/_paddock/built/${name}`, { 'Accept-Encoding': 'identity' });
    expect([gzipped.headers.get('Content-Encoding'), plain.headers.get('Content-Encoding')]).toEqual(['gzip', null]);
    expect(await gzipped.text()).toBe(await plain.text());
  });

  test('are not sent again to who has them', async () => {
    const [name] = hashed();
    const etag = (await ask(`/_paddock/built/${name}`)).headers.get('ETag') ?? '';
    expect((await ask(`/_paddock/built/${name}`, { 'If-None-Match': etag })).status).toBe(304);
  });

  test.each([
    '../vite.config.ts',
    '..%2fvite.config.ts',
    '%2e%2e/vite.config.ts',
    'console/index.html',
    '.hidden.js',
    '',
  ])('do not include %j', async (path) => {
    expect((await paddock.fetch(`${paddock.url}/_paddock/built/${path}`)).status).toBe(404);
  });
});

describe('the page of the console', () => {
  test('may load only what this server sends, and may not be framed', async () => {
    const response = await ask('/_paddock/console');
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = response.headers.get('Content-Security-Policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]),
    );
    expect(await response.text()).not.toMatch(/<script>|<style|style=/);
  });

  test('is asked for again each time', async () => {
    const first = await ask('/_paddock/console');
    expect(first.headers.get('Cache-Control')).toBe('no-cache');
    const etag = first.headers.get('ETag') ?? '';
    expect((await ask('/_paddock/console', { 'If-None-Match': etag })).status).toBe(304);
  });
});
