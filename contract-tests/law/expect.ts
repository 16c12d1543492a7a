import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import type { Assertion, ExpectStatic } from 'vitest';

// Under vitest, its copies of these plugins are installed already, and a second installation would break `rejects`.
if (!('toThrow' in chai.Assertion.prototype)) {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
}

type Matchers = 'any' | 'anything' | 'arrayContaining' | 'objectContaining' | 'stringContaining' | 'stringMatching';

/** Vitest's assertions, except for those that need a snapshot file. */
type Expect = Pick<ExpectStatic, Matchers> & (<Value>(actual: Value, message?: string) => Assertion<void, Value>);

/** Vitest's assertions without vitest. The cast adds the plugins' assertions to chai's type. */
export const expect = chai.expect as unknown as Expect;
