import { defineConfig } from 'vitest/config';

/** Where laws are. All else in contract-tests/ is tested once, since it is about no target. */
const laws = [
  'contract-tests/{lifecycles,resources,sdk,webhooks}/**/*.test.ts',
  'contract-tests/generated-cases/*.test.ts',
];

/** The contract suite, over HTTP, against one target. */
function contract(profile: 'guide' | 'official') {
  return {
    extends: true as const,
    test: {
      name: `contract-${profile}`,
      include: laws,
      env: { PADDOCK_TARGET: process.env['PADDOCK_TARGET'] ?? `mock:${profile}` },
    },
  };
}

export default defineConfig({
  test: {
    // A fork per file: better-sqlite3 is native, and a crash in it must not take the other files with it.
    pool: 'forks',
    maxWorkers: 2,
    // Far beyond what any test takes, since a busy machine may be many times slower.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{openapi,mock-server,client,fixtures,contract-tests}/**/*.test.ts'],
          exclude: laws,
        },
      },
      contract('guide'),
      contract('official'),
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['**/*.test-d.ts'], tsconfig: './tsconfig.json' },
        },
      },
    ],
  },
});
