import { createPaddleClient } from '../create-paddle-client.ts';
import { sandboxKey } from './scripted-fetch.ts';

/** Ways to abort a call whose response never ends. */
export const enders = ['timeoutMs', 'the signal of the call', 'the signal of the client'] as const;

/** Calls servers whose responses never end, several times per way to abort, and returns how each call ended. */
export async function endCalls(urls: readonly string[], times: number): Promise<string[]> {
  const calls = urls.flatMap((url) =>
    enders.flatMap((ender) => Array.from({ length: times }, () => endCall(url, ender))),
  );
  let isOver = false;
  const ended = Promise.all(calls).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return ended;
}

async function endCall(environment: string, ender: (typeof enders)[number]): Promise<string> {
  const stop = new AbortController();
  setTimeout(() => stop.abort('aborted'), 500);
  const paddle = createPaddleClient({
    apiKey: sandboxKey,
    environment,
    retry: { maxAttempts: 1 },
    ...(ender === 'timeoutMs' && { timeoutMs: 500 }),
    ...(ender === 'the signal of the client' && { signal: stop.signal }),
  });
  const called = paddle.GET('/customers', ender === 'the signal of the call' ? { signal: stop.signal } : {});
  return called.then(
    () => `${ender}: resolved`,
    (error) => `${ender}: ${error.code ?? error}`,
  );
}

const kept: unknown[] = [];

/** Collects garbage with `--expose-gc`; otherwise allocates enough to make a collection likely. */
function collectGarbage(): void {
  const gc: unknown = Reflect.get(globalThis, 'gc');
  if (typeof gc === 'function') gc();
  else if (kept.push(JSON.parse(JSON.stringify(Array(20_000).fill({ kept: [] })))) > 20) kept.length = 0;
}
