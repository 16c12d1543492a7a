import { describe, expect, test } from 'vitest';
import { startTarget } from '../targets/start-target.ts';
import type { Claim } from './claim.ts';
import { findFaults, type Suite } from './find-faults.ts';
import { claims, sections } from './ledger.ts';
import { readLaws } from './testing/read-laws.ts';

const suite = await readSuite();

async function readSuite(): Promise<Suite> {
  const guide = await startTarget('mock:guide', { seed: 1 });
  const official = await startTarget('mock:official', { seed: 1 });
  await Promise.all([guide.close(), official.close()]);
  const profiles = { guide: guide.behaviours, official: official.behaviours };
  return { laws: await readLaws([guide, official]), sections, profiles };
}

const base: Claim = {
  id: 'one',
  area: 'Customers',
  statement: 'It is so.',
  guide: 'Authentication',
  official: { statement: 'So it is.', url: 'https://developer.paddle.com/' },
  kind: 'schema',
  agreement: 'agree',
  behaviour: null,
  reason: null,
  expected: { guide: 'so', official: 'so' },
};
const law = { file: 'a.laws.ts', title: 'one: it is so', claims: ['one'] };
const small: Suite = {
  laws: [law],
  sections: ['Authentication'],
  profiles: { guide: {}, official: {} },
};
const split = { guide: { timestamps: 'seconds' }, official: { timestamps: 'fractions' } };
const differing: Claim = {
  ...base,
  agreement: 'diverge',
  behaviour: 'timestamps',
  expected: { guide: 'so', official: 'not so' },
};

describe('the ledger', () => {
  test('has a law for each claim, a claim for each law and behaviour, and no stale entry', () => {
    expect(findFaults(claims, suite)).toEqual([]);
  });

  test('has claims, and laws were found', () => {
    expect(claims.length).toBeGreaterThan(90);
    expect(suite.laws.length).toBeGreaterThan(150);
  });
});

describe('findFaults', () => {
  test('finds none in a consistent ledger', () => {
    expect(findFaults([base], small)).toEqual([]);
    expect(findFaults([differing], { ...small, profiles: split })).toEqual([]);
  });

  test.each<[string, RegExp, Claim[], Partial<Suite>]>([
    ['a testable claim without a law', /^one: .*no law/, [base], { laws: [] }],
    ['a law of an unknown claim', /two.*not in the ledger/, [base], { laws: [law, { ...law, claims: ['two'] }] }],
    ['a law that names no claim', /names no claim/, [base], { laws: [law, { ...law, claims: [] }] }],
    ['a behaviour without a claim', /^timestamps: no claim/, [base], { profiles: split }],
    ['a behaviour that does not exist', /no behaviour timestamps/, [differing], {}],
    ['an ID twice', /^one: .*twice/, [base, base], {}],
    ['a section that the guide lacks', /no section/, [{ ...base, guide: 'Nowhere' }], {}],
    ['two outcomes without a behaviour', /no behaviour/, [{ ...base, expected: differing.expected }], {}],
    ['one outcome for two values', /same/, [{ ...differing, expected: base.expected }], { profiles: split }],
    ['an agreement that has a behaviour', /agree/, [{ ...differing, agreement: 'agree' }], { profiles: split }],
    ['what goes with two sides, where there is one', /agreement/, [{ ...base, guide: null }], {}],
    ['a law of what is not testable', /has a law/, [{ ...base, kind: 'not-testable', reason: 'No API.' }], {}],
    ['no reason why it is not testable', /no reason/, [{ ...base, kind: 'not-testable' }], { laws: [] }],
  ])('finds %s', (_, fault, found, changed) => {
    expect(findFaults(found, { ...small, ...changed })).toContainEqual(expect.stringMatching(fault));
  });
});
