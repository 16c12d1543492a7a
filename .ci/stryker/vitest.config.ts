/** The tests of the part of the mock that `STRYKER_PART` names, as Stryker runs them. */
import { defineConfig } from 'vitest/config';
import { parts } from './parts.ts';
import { QuickestFirst } from './quickest-first.ts';

const part = parts[process.env['STRYKER_PART'] ?? ''];
if (!part) throw new Error('Could not choose the tests: STRYKER_PART names no part. Use npm run stryker -- PART.');
const { laws, units } = part;

function contract(profile: 'guide' | 'official') {
  return {
    extends: true as const,
    test: { name: `contract-${profile}`, include: [...laws], env: { PADDOCK_TARGET: `mock:${profile}` } },
  };
}

export default defineConfig({
  test: {
    isolate: false,
    setupFiles: ['.ci/stryker/each-file.ts'],
    sequence: { sequencer: QuickestFirst },
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: units.map((glob) => (glob.endsWith('.test.ts') ? glob : `${glob}/*.test.ts`)),
          exclude: ['mock-server/**/{killed,disk-full}.test.ts'],
        },
      },
      ...(laws.length > 0 ? [contract('guide'), contract('official')] : []),
    ],
  },
});
