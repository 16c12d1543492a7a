import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertProperty } from '../law/assert-property.ts';
import { startTarget } from '../targets/start-target.ts';
import { laws, lawsFor } from './laws.ts';
import { lawsIn } from './load-laws.ts';
import { runLaw } from './run-law.ts';

/** One law for every target, and another for targets whose custom data may be JSON. */
const file = laws(({ target, test }) => {
  const isJson = target.behaviours['custom-data-values'] === 'json';
  test(`custom-data: values are ${isJson ? 'JSON' : 'texts'}`, async ({ target: given, skip }) => {
    await assertProperty(
      fc.asyncProperty(fc.nat(), async () => {}),
      3,
    );
    if (isJson) skip(given.name);
  });
  test.runIf(isJson)('ips: they are listed', async () => {
    await target.newAccount().call('getIpAddresses');
  });
});

test('a law file runs against several targets at the same time, each with its own settings', async () => {
  const targets = [await startTarget('mock:guide', { seed: 1 }), await startTarget('mock:official', { seed: 1 })];
  const found = targets.map((target, nth) =>
    lawsFor([file], { target, properties: { seed: 1, ...(nth === 1 && { runs: 7 }) } }),
  );
  const results = await Promise.all(found.map((of) => Promise.all(of.map((law) => runLaw(law, 30_000)))));
  await Promise.all(targets.map((target) => target.close()));
  expect(
    results.map((of) => of.map(({ title, noVerdict, cases, requests }) => [title, noVerdict, cases, requests])),
  ).toEqual([
    [['custom-data: values are texts', null, 3, 0]],
    [
      ['custom-data: values are JSON', 'mock:official', 7, 0],
      ['ips: they are listed', null, 1, 1],
    ],
  ]);
});

test('a law file without laws is rejected', () => {
  expect(() => lawsIn({})).toThrow('export default laws');
  expect(lawsIn({ default: file })).toBeTypeOf('function');
});
