import { describe, expect, test } from 'vitest';
import { startReceiver } from '../control-client/receiver.ts';

/** Counts the servers that keep this process alive. */
async function countKeepers(): Promise<number> {
  // Closed handles are released at the end of a turn of the event loop.
  for (let turn = 0; turn < 2; turn += 1) await new Promise(setImmediate);
  return process.getActiveResourcesInfo().filter((resource) => resource === 'TCPServerWrap').length;
}

describe('a receiver', () => {
  test.each([
    [{}, 1],
    [{ keepsProcess: true }, 1],
    [{ keepsProcess: false }, 0],
  ])('with %j keeps the process alive or does not', async (options, expected) => {
    const before = await countKeepers();
    const receiver = await startReceiver((_request, response) => response.end('here'), options);
    expect((await countKeepers()) - before).toBe(expected);
    expect(await (await fetch(receiver.url)).text()).toBe('here');
    await receiver.close();
  });

  test('listens on one address of this machine only', async () => {
    const receiver = await startReceiver((_request, response) => response.end());
    const { hostname, port } = new URL(receiver.url);
    expect(hostname).toBe('127.0.0.1');
    await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow('fetch failed');
    await receiver.close();
  });

  test('closes with its open requests', async () => {
    const asked = Promise.withResolvers<void>();
    const receiver = await startReceiver(() => asked.resolve());
    const cut = expect(fetch(receiver.url)).rejects.toThrow('fetch failed');
    await asked.promise;
    await receiver.close();
    await cut;
    await expect(fetch(receiver.url)).rejects.toThrow('fetch failed');
  });
});
