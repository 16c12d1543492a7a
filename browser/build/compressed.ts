import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Kinds of files that get smaller. */
const compressible = /\.(css|html|js|json|svg)$/;

/** Writes a gzipped copy beside each file, so that the mock never compresses. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: async ({ dir = '' }, bundle) => {
      for (const file of Object.keys(bundle).filter((name) => compressible.test(name))) {
        const path = join(dir, file);
        await writeFile(`${path}.gz`, gzipSync(await readFile(path), { level: 9 }));
      }
    },
  };
}
