import { defineConfig } from 'tsup';
import { bundledLicenses } from './.ci/bundled-licenses.ts';

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

/**
 * The published package: JavaScript and declarations in dist/. Our own files are bundled, and so are dev dependencies that
 * a single command needs, which would bring a dozen packages each; dependencies are left outside.
 */
export default defineConfig({
  entry: { ...typed, cli: 'contract-tests/cli.ts' },
  format: 'esm',
  target: 'node22',
  clean: true,
  esbuildPlugins: [bundledLicenses('dist/LICENSES-OF-BUNDLED-PACKAGES.txt')],
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
