import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tsup from '../../tsup.config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Sources by their names in dist/. */
const entries: Record<string, string> = Object.assign(
  {},
  ...[tsup].flat().map((options) => ('entry' in options ? options.entry : {})),
);

/** Makes a project in a temporary folder with the package installed, directly from its sources. */
export async function makeSampleProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-samples-'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', scripts: { start: 'paddock start', test: 'node test.ts' } }),
  );
  await installFromSources(folder, 'paddle-paddock', await exportedSources());
  await installFromSources(folder, 'paddle-paddock-client', { '.': './sources/client/index.ts' });
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

/** Installs a package as npm would, except that its exports lead to sources, through a link outside of node_modules. */
async function installFromSources(project: string, name: string, exports: Record<string, string>): Promise<void> {
  const folder = join(project, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await symlink(root, join(folder, 'sources'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, type: 'module', exports }));
}

/** Returns the exports of package.json, with sources instead of built files. */
async function exportedSources(): Promise<Record<string, string>> {
  const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { default: string }>;
  };
  const toSource = (name: string, target: string | { default: string }) => {
    const path = typeof target === 'string' ? target : target.default;
    const source = name === './client' ? 'client/index.ts' : entries[path.replace(/^\.\/dist\/|\.js$/g, '')];
    return source === undefined ? path : `./sources/${source}`;
  };
  return Object.fromEntries(Object.entries(exports).map(([name, target]) => [name, toSource(name, target)]));
}
