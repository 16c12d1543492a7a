import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** Writes the licenses of all bundled packages beside the bundle, as they require. */
export function bundledLicenses(file: string): Plugin {
  return {
    name: 'bundled-licenses',
    setup: ({ initialOptions, onEnd }) => {
      initialOptions.metafile = true;
      onEnd(async ({ metafile }) => {
        const inputs = Object.keys(metafile?.inputs ?? {});
        const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
        const texts = await Promise.all([...new Set(folders)].sort().map(licenseIn));
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, texts.join('\n'));
      });
    },
  };
}

async function licenseIn(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  return `${name}@${version} (${license})\n\n${file ? await readFile(`${folder}/${file}`, 'utf8') : ''}`;
}
