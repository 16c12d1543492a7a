import { execFileSync } from 'node:child_process';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Packs the package into a folder as `paddock.tgz`, and the client's as `paddle-paddock-client.tgz`. Builds them first
 * unless `built` is set.
 */
export async function packInto(folder: string, { built = false } = {}): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const pack = (place: string, ...flags: string[]) =>
    execFileSync('npm', ['pack', '--silent', ...flags, '--pack-destination', folder], {
      cwd: join(root, place),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  pack('.', ...(built ? ['--ignore-scripts'] : []));
  pack('client/package');
  for (const name of await readdir(folder)) {
    const [, base] = /^(paddle-paddock(?:-client)?)-\d.*\.tgz$/.exec(name) ?? [];
    if (base) await rename(join(folder, name), join(folder, base === 'paddle-paddock' ? 'paddock.tgz' : `${base}.tgz`));
  }
}
