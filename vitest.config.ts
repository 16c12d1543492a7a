import { defineConfig } from 'vitest/config';

/** The contract suite, over HTTP, against one target. */
function contract(profile: 'guide' | 'official') {
  return {
    extends: true as const,
    test: {
      name: `contract-${profile}`,
      include: ['contract-tests/**/*.test.ts'],
      env: { PADDOCK_TARGET: `mock:${profile}` },
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
      { extends: true, test: { name: 'unit', include: ['{openapi,mock-server,client,fixtures}/**/*.test.ts'] } },
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
