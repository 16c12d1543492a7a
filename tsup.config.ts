import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { bundledLicenses } from './.ci/bundled-licenses.ts';
import { findLawFiles } from './contract-tests/suite/law-files.ts';

const typed = {
  index: 'mock-server/index.ts',
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

const shared: Options = { format: 'esm', target: 'node22', clean: true };

// The bundler of declarations leaves package.json's `imports` alone, and a consumer has none.
const paths = {
  '#openapi/*': ['./openapi/*'],
  '#fixtures/*': ['./fixtures/*'],
  '#mock-server/*': ['./mock-server/*'],
  '#client/*': ['./client/*'],
};

/** Leaves the client and the error that it shares to its own package, so that their classes are there once. */
const clientApart: Plugin = {
  name: 'client-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^#(client\/index|openapi\/text\/usage-error)\.ts$/ }, () => ({
      path: 'paddle-paddock-client',
      external: true,
    }));
  },
};

/** Lists the files of laws in the bundle, where they cannot be looked for in a folder. */
const lawFilesListed: Plugin = {
  name: 'law-files',
  setup: ({ onLoad }) => {
    onLoad({ filter: /contract-tests\/suite\/law-files\.ts$/ }, ({ path }) => {
      const resolveDir = dirname(path);
      const entries = findLawFiles(dirname(resolveDir)).map((file) => `'${file}': () => import('../${file}'),`);
      return { contents: `export const lawFiles = {${entries.join('')}};`, loader: 'ts', resolveDir };
    });
  },
};

/** Writes the ledger out in the bundle, which has no `claims.yaml` beside it. */
const ledgerWritten: Plugin = {
  name: 'ledger',
  setup: ({ onLoad }) => {
    onLoad({ filter: /contract-tests\/claims\/ledger\.ts$/ }, async () => {
      const { claims, sections } = await import('./contract-tests/claims/ledger.ts');
      return { contents: `export const { claims, sections } = ${JSON.stringify({ claims, sections })};` };
    });
  },
};

/**
 * The published packages: JavaScript and declarations in dist/. Our own files are bundled, and so are dev dependencies that
 * a single command needs, which would bring a dozen packages each; dependencies are left outside.
 */
export default defineConfig([
  {
    ...shared,
    entry: ['client/index.ts'],
    outDir: 'client/package/dist',
    dts: { compilerOptions: { paths } },
  },
  {
    ...shared,
    entry: { ...typed, cli: 'contract-tests/cli.ts' },
    esbuildPlugins: [
      clientApart,
      lawFilesListed,
      ledgerWritten,
      bundledLicenses('dist/LICENSES-OF-BUNDLED-PACKAGES.txt'),
    ],
    dts: { entry: typed, compilerOptions: { paths } },
  },
]);
