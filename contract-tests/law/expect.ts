import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import type { Assertion, ExpectStatic } from 'vitest';

// Vitest brings copies of the same plugins. Where it runs, in tests of the runner, they are there already, and a second
// time would break its `rejects`.
if (!('toThrow' in chai.Assertion.prototype)) {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
}

type Matchers = 'any' | 'anything' | 'arrayContaining' | 'objectContaining' | 'stringContaining' | 'stringMatching';

/** Vitest's assertions, as far as they need no file to keep anything in. */
type Expect = Pick<ExpectStatic, Matchers> & (<Value>(actual: Value, message?: string) => Assertion<void, Value>);

/** Vitest's assertions without vitest. What the plugins add, chai's own type does not say. */
export const expect = chai.expect as unknown as Expect;
