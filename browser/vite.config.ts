import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { compressed } from './build/compressed.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Pages, each `<name>/index.html`, which the mock serves with `builtPage(name)`. */
const pages = ['console', 'checkout', 'portal'];

/** Scripts that other pages load by a fixed name, each `<name>/<name>.ts`. They are classic: no `type="module"` is needed. */
const scripts = ['paddle-js'];

const outDir = 'built';

const pageEnvironment: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir,
    emptyOutDir: true,
    assetsDir: '.',
    modulePreload: { polyfill: false },
    // Fonts and pictures as files, because the pages' content security policy has no `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: { input: Object.fromEntries(present(pages, 'index.html')) },
  },
};

function scriptEnvironment(name: string, entry: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: `${outDir}/scripts`,
      emptyOutDir: false,
      lib: { entry, name: name.replaceAll(/\W/g, '_'), formats: ['iife'], fileName: () => `${name}.js` },
    },
  };
}

/** Finds the entries that exist. */
function present(names: readonly string[], file: string): [name: string, path: string][] {
  return names
    .map((name): [string, string] => [name, `${root}${name}/${file.replace('*', name)}`])
    .filter(([, path]) => existsSync(path));
}

export default defineConfig({
  root,
  base: '/_paddock/built/',
  logLevel: 'warn',
  build: { target: 'es2023', reportCompressedSize: false, chunkSizeWarningLimit: 2_000 },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [compressed()],
  environments: {
    client: pageEnvironment,
    ...Object.fromEntries(
      present(scripts, '*.ts').map(([name, entry]) => [name.replaceAll('-', '_'), scriptEnvironment(name, entry)]),
    ),
  },
  builder: {
    // One after the other, since the first empties the folder.
    buildApp: async (builder) => {
      const { client, ssr: _, ...others } = builder.environments;
      if (client) await builder.build(client);
      for (const environment of Object.values(others)) await builder.build(environment);
    },
  },
});
