import { expect, test } from 'vitest';
import { startTarget } from '../targets/start-target.ts';
import type { Law } from './registry.ts';
import { runLaws } from './run-laws.ts';

const law = (title: string, body: Law['body'] = () => {}): Law => ({ title, body });
const broken = () => {
  throw new Error('broken');
};
const options = { concurrency: 1, timeoutMs: 30_000, refuse: () => null };

test('laws run in their order, and none is begun when there is a reason to end', async () => {
  const target = await startTarget('mock', { seed: 1 });
  const onResult = ({ failure }: { failure: unknown }) => (failure ? 'enough' : null);
  const laws = [law('a: holds'), law('b: breaks', broken), law('c: is left out', broken)];
  const { results, endedEarly } = await runLaws(laws, { ...options, target, onResult });
  await target.close();
  expect(endedEarly).toBe('enough');
  expect(results.map(({ failure, noVerdict }) => failure?.message ?? noVerdict)).toEqual([null, 'broken', 'enough']);
});

test('no law is held to be broken by a target that is not there, or goes away', async () => {
  const target = await startTarget('mock', { seed: 1 });
  const laws = [law('a: holds'), law('b: ends it', async () => target.close().then(broken)), law('c: is left out')];
  const found = await runLaws(laws, { ...options, target, onResult: () => null });
  expect(found.endedEarly).toMatch(/^the target could not be reached, .*ECONNREFUSED/);
  expect(found.results.map(({ noVerdict }) => noVerdict)).toEqual([null, found.endedEarly, found.endedEarly]);
  const { results } = await runLaws(laws, { ...options, target, onResult: () => null });
  expect(results.every(({ noVerdict }) => noVerdict?.includes('ECONNREFUSED'))).toBe(true);
});
