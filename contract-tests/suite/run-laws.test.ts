import { expect, test } from 'vitest';
import { asSend } from '../contract/send.ts';
import { createAccount } from '../targets/account.ts';
import { createLenientFetch } from '../targets/sending/lenient-fetch.ts';
import { startTarget } from '../targets/start-target.ts';
import type { Law } from './laws.ts';
import { runLaws } from './run-laws.ts';

const law = (title: string, body: Law['body'] = () => {}): Law => ({ title, body });
const broken = () => {
  throw new Error('broken');
};
const options = { concurrency: 1, timeoutMs: 30_000 };

test('laws run in order, and none is started after a reason to stop', async () => {
  const target = await startTarget('mock', { seed: 1 });
  const onResult = ({ failure }: { failure: unknown }) => (failure ? 'enough' : null);
  const laws = [law('a: holds'), law('b: breaks', broken), law('c: is left out', broken)];
  const { results, endedEarly } = await runLaws(laws, { ...options, target, onResult });
  await target.close();
  expect(endedEarly).toBe('enough');
  expect(results.map(({ failure, noVerdict }) => failure?.message ?? noVerdict)).toEqual([null, 'broken', 'enough']);
});

test('no law is broken by a target that is unreachable or goes away', async () => {
  const target = await startTarget('mock', { seed: 1 });
  const laws = [law('a: holds'), law('b: ends it', async () => target.close().then(broken)), law('c: is left out')];
  const found = await runLaws(laws, { ...options, target, onResult: () => null });
  expect(found.endedEarly).toMatch(/^the target could not be reached, .*ECONNREFUSED/);
  expect(found.results.map(({ noVerdict }) => noVerdict)).toEqual([null, found.endedEarly, found.endedEarly]);
  const { results } = await runLaws(laws, { ...options, target, onResult: () => null });
  expect(results.every(({ noVerdict }) => noVerdict?.includes('ECONNREFUSED'))).toBe(true);
});

test.each([
  ['failed for a moment', [], null],
  ['keeps failing', ['503'], 'the target could not be reached, GET /event-types returned 503, again and again'],
])(
  'a law that meets an outage has no verdict, and the others depend on the target, which %s',
  async (_, later, endedEarly) => {
    const target = await startTarget('mock', { seed: 1 });
    const answers = ['200', '503', ...later];
    const flaky = createLenientFetch(
      async () => new Response(null, { status: Number(answers.shift() ?? 200) }),
      () => {},
    );
    const account = createAccount(target, target.newAccount().apiKey, asSend(flaky));
    const laws = [law('a: meets it', async () => void (await account.request('GET', '/ips'))), law('b: holds')];
    const found = await runLaws(laws, {
      ...options,
      target: { ...target, newAccount: () => account },
      onResult: () => null,
    });
    await target.close();
    expect(found.endedEarly).toBe(endedEarly);
    expect(found.results.map(({ failure, noVerdict }) => failure ?? noVerdict)).toEqual(
      endedEarly ? [endedEarly, endedEarly] : ['GET /ips returned 503, again and again', null],
    );
  },
);
