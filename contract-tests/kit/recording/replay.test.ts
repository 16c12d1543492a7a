import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { CapturedExchange } from './captured-exchange.ts';
import type { Comparison } from './compare-answers.ts';
import { readRecording } from './read-recording.ts';
import { replay } from './replay.ts';

const captured = fileURLToPath(new URL('../../../fixtures/captured/', import.meta.url));
const guide = await readRecording(`${captured}sign-up-guide`);
const official = await readRecording(`${captured}sign-up-official`);

async function differencesOf(
  exchanges: readonly CapturedExchange[],
  target: string,
  comparison: Comparison = 'values',
) {
  const replayed = await replay(exchanges, target, { seed: 1 }, comparison);
  const notable = replayed.filter(({ outcome }) => outcome !== 'same');
  return notable.map(({ exchange, outcome, because }) => [exchange.number, outcome, because]);
}

/** Returns the recording with one exchange changed. */
function withAnswer(number: number, change: (exchange: CapturedExchange) => Partial<CapturedExchange>) {
  return guide.exchanges.map((exchange) =>
    exchange.number === number ? { ...exchange, ...change(exchange) } : exchange,
  );
}

describe('a recording replays without differences', () => {
  test.each([
    ['guide', guide],
    ['official', official],
  ])('on its own profile %s', async (profile, { exchanges }) => {
    expect(exchanges).toHaveLength(14);
    expect(await differencesOf(exchanges, `mock:${profile}`)).toEqual([]);
  });
});

test('the first difference of each exchange is reported on another profile', async () => {
  const differences = await differencesOf(guide.exchanges, 'mock:official');
  expect(differences).toContainEqual([1, 'differs', 'body.data.locale is "en", not null']);
  expect(differences).toContainEqual([8, 'differs', 'the status is 409 customer_already_exists, not 201']);
  expect(differences.map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('only differences in status, codes, fields and types are reported for shapes', async () => {
  expect(await differencesOf(guide.exchanges, 'mock:official', 'shapes')).toEqual([
    [8, 'differs', 'the status is 409 customer_already_exists, not 201'],
    [10, 'differs', 'body.data[0].custom_data has plan, which was not recorded'],
  ]);
});

test.each([
  ['another value', '"name":"Ada"', '"name":"Eve"', 'body.data.name is "Ada", not "Eve"'],
  ['a field that is gone', '"name":"Ada"', '"name":"Ada","nickname":"A"', 'body.data has no nickname'],
  ['a new field', '"name":"Ada",', '', 'body.data has name, which was not recorded'],
  ['another ID', '"id":"<ctm:1>"', '"id":"<add:1>"', 'body.data.id is "ctm_'],
])('%s is a difference', async (_, answered, recorded, difference) => {
  const changed = withAnswer(2, (exchange) => JSON.parse(JSON.stringify(exchange).replace(answered, recorded)));
  const [first] = await differencesOf(changed, 'mock:guide');
  expect(first).toEqual([2, 'differs', expect.stringContaining(difference)]);
});

test('a placeholder has the same value in all exchanges', async () => {
  const changed = withAnswer(7, (exchange) => JSON.parse(JSON.stringify(exchange).replace('<ctm:2>', '<ctm:1>')));
  const [first] = await differencesOf(changed, 'mock:guide');
  expect(first).toEqual([7, 'differs', expect.stringMatching(/^body\.data\.id is "ctm_\w+", not "<ctm:1>"$/)]);
});

test('a request for an ID that no response contained is left out, unless it was refused', async () => {
  const later = guide.exchanges.filter(({ number }) => number === 2 || number === 11);
  expect(await differencesOf(later, 'mock:guide')).toEqual([[2, 'left out', 'no answer before it had <ctm:1>']]);
});

test('rate-limited, failed and interrupted exchanges are left out', async () => {
  const busy = withAnswer(1, ({ response }) => ({ response: response && { ...response, status: 429 } }));
  const cut = withAnswer(1, () => ({ response: null }));
  expect((await differencesOf(busy, 'mock:guide'))[0]).toEqual([1, 'left out', 'the target was busy or failed (429)']);
  expect((await differencesOf(cut, 'mock:guide'))[0]).toEqual([1, 'left out', 'no response was recorded']);
});

test('a request without a response from the sandbox is left out, and so are those that depend on it', async () => {
  vi.stubEnv('PADDLE_SANDBOX_API_KEY', `pdl_sdbx_apikey_${'a'.repeat(26)}_${'b'.repeat(22)}_ccc`);
  vi.stubGlobal('fetch', async (input: RequestInfo) => {
    if (new Request(input).method === 'POST') throw new TypeError('fetch failed');
    return Response.json({ data: [], meta: { pagination: { has_more: false } } });
  });
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });
  const [first, second] = await differencesOf(official.exchanges.slice(0, 2), 'sandbox');
  expect(first).toEqual([1, 'left out', 'POST /customers got no response (fetch failed), and is not retried']);
  expect(second).toEqual([2, 'left out', 'no answer before it had <ctm:1>']);
});
