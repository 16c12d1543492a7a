import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tsup from '../../tsup.config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Makes a project in a temporary folder that has the package installed, straight from its sources. */
export async function makeSampleProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-samples-'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', scripts: { start: 'paddock start', test: 'node test.ts' } }),
  );
  await installFromSources(join(folder, 'node_modules', 'paddle-paddock'));
  await installCommand(join(folder, 'node_modules', '.bin', 'paddock'));
  return folder;
}

/** Makes a package of this repository's node_modules importable in the project, and its commands runnable. */
export async function linkPackage(folder: string, name: string): Promise<void> {
  const link = join(folder, 'node_modules', name);
  if (existsSync(link)) return;
  await mkdir(dirname(link), { recursive: true });
  const target = join(root, 'node_modules', name);
  await symlink(target, link);
  const { bin = {} } = JSON.parse(await readFile(join(target, 'package.json'), 'utf8')) as {
    bin?: Record<string, string>;
  };
  for (const [command, file] of Object.entries(bin)) {
    await symlink(join(target, file), join(folder, 'node_modules', '.bin', command));
  }
}

async function installCommand(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'contract-tests/cli.ts')}' "$@"\n`);
  await chmod(file, 0o755);
}

/** The package as npm would install it, but for what its exports lead to: sources, behind a link out of node_modules. */
async function installFromSources(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await symlink(root, join(folder, 'sources'));
  const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { default: string }>;
  };
  const sources = new Map(Object.entries(entries()));
  const toSource = (target: string | { default: string }) => {
    const path = typeof target === 'string' ? target : target.default;
    const source = sources.get(path.replace('./dist/', '').replace('.js', ''));
    return source === undefined ? path : `./sources/${source}`;
  };
  const mapped = Object.fromEntries(Object.entries(exports).map(([name, target]) => [name, toSource(target)]));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'paddle-paddock', type: 'module', exports: mapped }),
  );
}

function entries(): Record<string, string> {
  if (typeof tsup !== 'object' || Array.isArray(tsup)) throw new Error('The build has several configurations.');
  const { entry = {} } = tsup;
  return Array.isArray(entry) ? {} : entry;
}
