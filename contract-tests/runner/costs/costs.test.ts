import { describe, expect, test } from 'vitest';
import { readLawPatterns } from '../../claims/read-laws.ts';
import type { ClaimReport, Report } from '../../report/report.ts';
import { createBudget } from '../../targets/budget.ts';
import { costOf, counted, describeCost } from './cost.ts';
import { findDrift } from './find-drift.ts';
import { mergeCosts } from './merge-costs.ts';

test('every cost that was counted is one of a law that there is; each law is held to its cost where it runs', () => {
  const patterns = readLawPatterns();
  const unknown = Object.keys(counted).filter((title) => !patterns.some((pattern) => pattern.test(title)));
  expect(unknown, 'Run npm run costs').toEqual([]);
});

describe('a cost', () => {
  test.each([
    ['of about as many requests as were counted', 210, { requests: 100, cases: 0 }, null],
    [
      'of more than twice as many, and ten',
      211,
      { requests: 100, cases: 0 },
      'takes 211 requests, and 100 were counted',
    ],
    ['of fewer than half as many, and ten', 44, { requests: 100, cases: 0 }, 'takes 44 requests, and 100 were counted'],
    ['that nobody has counted', 1, undefined, 'nobody has counted'],
  ])('%s', (_, requests, cost, drift) => {
    const found = findDrift('ips: a law', requests, cost);
    if (drift === null) expect(found).toBeNull();
    else expect(found).toContain(drift);
  });

  test('is that of the profile that needs more, and knows whether the number of cases counts', () => {
    const profiles = [
      {
        usual: reportOf({ 'a: one': [10, 5], 'b: two': [7, 7], 'x: none': [1, 1] }),
        once: reportOf({ 'a: one': [2, 1], 'b: two': [7, 7] }),
        needs: { 'b: two': ['clock'] },
      },
      { usual: reportOf({ 'a: one': [20, 5] }), once: reportOf({ 'a: one': [4, 1] }), needs: {} },
    ];
    const costs = mergeCosts(profiles, {}, (title) => title !== 'x: none');
    expect(mergeCosts([], { ...costs, 'y: gone': { requests: 1, cases: 0 } }, (title) => title !== 'y: gone')).toEqual(
      costs,
    );
    expect(costs).toEqual({
      'a: one': { requests: 20, cases: 5 },
      'b: two': { requests: 7, cases: 0, needs: ['clock'] },
    });
  });

  test('is nothing where the target lacks what the law needs', () => {
    const [title, cost] = Object.entries(counted).find(([, { needs }]) => needs?.join() === 'receiver,settle') ?? [];
    if (title === undefined || !cost) throw new Error('No law needs webhooks and nothing else.');
    const can = { settle: async () => {} };
    expect([costOf({ title }), costOf({ title }, undefined, {}), costOf({ title }, undefined, can)]).toEqual([
      ...[cost.requests, 0, 0],
    ]);
    const law = { title, body: () => {} };
    const budget = createBudget(1000, () => 0);
    expect(describeCost([law], undefined, { budget }, can)).toMatch(/^About 0 requests/);
  });

  test('goes by the number of cases where there are any, and is a guess where nobody has counted', () => {
    const [title, cost] = Object.entries(counted).find(([, { cases }]) => cases === 25) ?? [];
    if (title === undefined || !cost) throw new Error('No law with 25 cases was counted.');
    expect(costOf({ title }, 50)).toBe(2 * cost.requests);
    expect(costOf({ title: 'ips: nobody wrote this law' }, 50)).toBe(10);
  });
});

/** A report on laws with so many requests and cases. */
function reportOf(laws: Readonly<Record<string, readonly [number, number]>>): Report {
  const texts = {
    statement: null,
    guide: null,
    official: null,
    because: '',
    accepted: null,
    verdict: 'holds' as const,
  };
  const claim: ClaimReport = {
    id: 'a',
    ...texts,
    laws: Object.entries(laws).map(([title, [requests, cases]]) => ({
      ...{ title, requests, cases, outcome: 'held', no_verdict: null, failure: null, milliseconds: 1, exchanges: [] },
    })),
  };
  const totals = {
    claims: { differs: 0, 'cannot-tell': 0, 'differs-as-expected': 0, holds: 1 },
    laws: 1,
    cases: 1,
    requests: 1,
  };
  return {
    ...{ format: 1, paddock: '', started_at: '', seconds: 1, ended_early: null, claims: [claim], totals },
    target: { name: '', url: '', behaviours: {} },
    settings: { seed: 1, runs: null, path: null, only: [] },
  };
}
