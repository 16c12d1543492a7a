import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { listSkipped } from './.ci/vitest/list-skipped.ts';

// Of the processes that tests run in: what they load is compiled once, and not for each.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'paddock-compile-cache');

/** Laws share a mock of each profile. Any other target is started for each file, and cleaned up after it. */
const sharesTargets = !/(^|,)(?!mock)/.test(process.env['PADDOCK_TARGET'] ?? 'mock');

export default defineConfig({
  test: {
    reporters: ['default', listSkipped],
    pool: 'forks',
    maxWorkers: 3,
    // Node runs our TypeScript as it is, so nothing has to be transformed, nor to be loaded in another way.
    experimental: { viteModuleRunner: false },
    // Far beyond what any test takes, since a busy machine may be many times slower.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['{openapi,mock-server,client,contract-tests,fixtures,browser}/**/*.{test,laws}.ts'],
          runner: 'contract-tests/suite/vitest-runner.ts',
          // All files share three processes, and the modules that they load: a process or modules for each take longer
          // than most tests do. So nothing of a test may stay behind in a module.
          isolate: !sharesTargets,
          // Thousands of requests leave much to clear away, which costs less where there is more room for it; and no
          // process lives long enough for V8's last compiler to pay.
          execArgv: ['--max-semi-space-size=64', '--no-turbofan'],
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['**/*.test-d.ts'],
            tsconfig: './.ci/vitest/types.tsconfig.json',
          },
        },
      },
    ],
  },
});
