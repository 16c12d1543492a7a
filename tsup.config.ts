import { defineConfig } from 'tsup';

const typed = {
  index: 'mock-server/index.ts',
  client: 'client/index.ts',
  fixtures: 'fixtures/index.ts',
  msw: 'mock-server/msw/handlers.ts',
  ...entriesIn('mock-server/test-runners', [
    'vitest',
    'jest',
    'jest-environment',
    'jest-global-teardown',
    'playwright',
    'node-test',
    'node-test-global-setup',
    'global-setup',
  ]),
};

function entriesIn(folder: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${folder}/${name}.ts`]));
}

/** The published package: JavaScript and declarations in dist/, dependencies left outside, our own files bundled. */
export default defineConfig({
  entry: { ...typed, cli: 'contract-tests/cli.ts' },
  format: 'esm',
  target: 'node22',
  clean: true,
  // The package has no vitest, and what is only there for it is left out.
  define: { 'process.env.VITEST': 'undefined' },
  dts: {
    entry: typed,
    // As `paths`, because the bundler of declarations leaves package.json's `imports` alone, and a consumer has none.
    compilerOptions: {
      paths: {
        '#openapi/*': ['./openapi/*'],
        '#fixtures/*': ['./fixtures/*'],
        '#client/*': ['./client/*'],
      },
    },
  },
});
