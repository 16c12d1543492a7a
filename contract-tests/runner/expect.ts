import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import type { Expect } from './test-api.ts';

// Vitest brings copies of the same plugins. Where it runs, in tests of the runner, they are there already, and a second
// time would break its `rejects`.
if (!('toThrow' in chai.Assertion.prototype)) {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
}

/** Vitest's assertions without vitest. What the plugins add, chai's own type does not say. */
export const expect = chai.expect as unknown as Expect;
