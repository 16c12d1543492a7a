import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import type { Expect } from './test-api.ts';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Vitest's assertions without vitest. What the plugins add, chai's own type does not say. */
export const expect = chai.expect as unknown as Expect;
