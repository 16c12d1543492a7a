import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../contract/exchange.ts';
import { assertProperty } from '../law/assert-property.ts';
import { currentLaw, onTestFinished } from '../law/current-law.ts';
import { expect as ownExpect } from '../law/expect.ts';
import { endByOutage, endWithoutVerdict } from '../law/no-verdict.ts';
import { placeOfCounterexample } from './failure.ts';
import type { Law } from './laws.ts';
import { runLaw } from './run-law.ts';

const run = (body: Law['body'], timeoutMs = 30_000, path?: string) =>
  runLaw({ title: 'ips: a law', body, properties: { seed: 1, path } }, timeoutMs);

/** Records a request with this body in the running law. */
function send(body: string): void {
  const exchange: Exchange = {
    operation: null,
    request: { method: 'GET', url: new URL('http://localhost/'), headers: new Headers(), body },
    response: { status: 200, headers: new Headers(), body: '', json: undefined },
    began: 0,
    ended: 0,
  };
  currentLaw.getStore()?.trace.record(exchange);
}

describe('a law', () => {
  test('holds when it returns, and counts its requests and cases', async () => {
    const result = await run(async () => {
      await assertProperty(
        fc.asyncProperty(fc.nat(), async () => send('once')),
        50,
      );
      await assertProperty(
        fc.asyncProperty(fc.nat(), async () => send('again')),
        7,
      );
    });
    expect(result).toMatchObject({ failure: null, noVerdict: null, requests: 57, cases: 57 });
    expect(result.exchanges.map(({ request }) => request.body)).toEqual(['again']);
  });

  test('is broken when an assertion fails, and has the compared values', async () => {
    const { failure } = await run(() => {
      send('once');
      ownExpect({ id: 1 }).toMatchObject({ id: ownExpect.any(String) });
    });
    expect(failure?.exchanges.map(({ request }) => request.body)).toEqual(['once']);
    expect(failure?.compared).toEqual({ expected: expect.stringContaining('String'), received: '{ id: 1 }' });
  });

  test('is broken when it exceeds its timeout', async () => {
    const { failure } = await run(() => new Promise(() => {}), 10);
    expect(failure?.message).toContain('0.01 seconds');
  });

  test('has no verdict when it is skipped, also in a case of a property', async () => {
    expect(await run(({ skip }) => skip('no clock'))).toMatchObject({ failure: null, noVerdict: 'no clock' });
    const skipped = await run(({ skip }) => assertProperty(fc.asyncProperty(fc.nat(), async () => skip('no clock'))));
    expect(skipped).toMatchObject({ failure: null, noVerdict: 'no clock' });
  });

  test('cleans up when it is over, and is broken when that fails', async () => {
    const done: string[] = [];
    const result = await run(() => {
      onTestFinished(() => void done.push('closed'));
      throw new Error('broken');
    });
    expect([result.failure?.message, done]).toEqual(['broken', ['closed']]);
    const unclean = await run(() => onTestFinished(() => Promise.reject(new Error('unclean'))));
    expect(unclean.failure?.message).toBe('unclean');
  });
});

describe('a counterexample', () => {
  const isSmall = () =>
    fc.asyncProperty(fc.nat({ max: 10_000 }), async (number) => {
      send(`${number}`);
      if (number > 100) throw new Error(`${number} is large`);
    });

  test('is the smallest one found, with its exchanges and those before any case', async () => {
    const { failure } = await run(async () => {
      send('before');
      await assertProperty(fc.asyncProperty(fc.nat(), async () => send('of another')));
      await assertProperty(isSmall());
    });
    expect(failure?.message).toBe('101 is large');
    expect(failure?.property).toMatchObject({ values: '[101]', seed: 1 });
    expect(failure?.exchanges.map(({ request }) => request.body)).toEqual(['before', '101']);
  });

  test('is found again by its path', async () => {
    const first = await run(() => assertProperty(isSmall()));
    const path = first.failure?.property?.path ?? '';
    const again = await run(() => assertProperty(isSmall()), 30_000, path);
    expect(again.failure?.exchanges.map(({ request }) => request.body)).toEqual(['101']);
  });

  test('counts even where the budget ends the search for a smaller one', async () => {
    let requests = 0;
    const property = fc.asyncProperty(fc.nat(), async (number) => {
      requests += 1;
      if (requests > 20) endWithoutVerdict('the budget is spent');
      if (number > 100) throw new Error('large');
    });
    expect(await run(() => assertProperty(property))).toMatchObject({ failure: { message: 'large' }, noVerdict: null });
  });

  test('tries no other case after one that ended without a verdict', async () => {
    let cases = 0;
    const property = fc.asyncProperty(fc.nat(), async () => {
      cases += 1;
      if (cases === 3) endByOutage('GET /customers got no response');
    });
    const result = await run(() => assertProperty(property));
    expect(result).toMatchObject({
      failure: null,
      noVerdict: 'GET /customers got no response',
      isOutage: true,
      cases: 3,
    });
    expect(cases).toBe(3);
  });

  test.each([
    ['12', '', 12],
    ['12:3:1', '', 18],
    ['12:3:1', '12:3:1', 0],
    ['12:3:1:0', '12:3:1', 1],
  ])('with the path %s, begun with %s, is case %i', (path, begin, place) => {
    expect(placeOfCounterexample(path, begin || undefined)).toBe(place);
  });
});
