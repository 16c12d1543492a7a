import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';

const filler = Array.from({ length: 4_000 }, (_, number) => ({ id: `x_${number}`, odd: 'x'.repeat(100) }));
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Sends an import whose last entry is the given JSON, in a short or a long body. */
async function detailOf(url: string, isLong: boolean, last: string): Promise<string | undefined> {
  const entries = (isLong ? filler : filler.slice(0, 2)).map((entry) => JSON.stringify(entry));
  const body = `{"recorded":[${[...entries, last].join()}]}`;
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${url}/_paddock/import`, { method: 'POST', headers, body });
  return (await response.json()).error?.detail;
}

test.each([
  ['a short body', false, 2],
  ['a long body', true, 4_000],
])('%s is refused for depth, numbers and syntax', async (_what, isLong, index) => {
  await using paddock = await startPaddock();
  const ask = (last: string) => detailOf(paddock.url, isLong, last);
  expect(await ask(nested(198))).toBeUndefined();
  expect(await ask(nested(199))).toContain('nested too deeply');
  expect(await ask('{"a":[1,1e400]}')).toContain(`the number at recorded.${index}.a.1 `);
  expect(await ask('{"a":}')).toContain('Could not read the body');
});
