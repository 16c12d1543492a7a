import { execFileSync } from 'node:child_process';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Packs the package into a folder, as `paddock.tgz`. Builds it first, unless told that `dist/` is as it should be. */
export async function packInto(folder: string, { built = false } = {}): Promise<void> {
  const root = new URL('..', import.meta.url);
  const flags = built ? ['--ignore-scripts'] : [];
  execFileSync('npm', ['pack', '--silent', ...flags, '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('Could not pack the package: npm made no file.');
  await rename(join(folder, tarball), join(folder, 'paddock.tgz'));
}
