import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import type { TestContext } from 'vitest';
import { skipMissing } from './require-program.ts';

const installed = ['chromium', 'chromium-browser', 'google-chrome'];

/** Launches a browser, or skips the test if none starts. */
export async function launchChromium(context: TestContext): Promise<Browser> {
  // No sandbox, since Chromium has none for root.
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-gpu'];
  try {
    return await chromium.launch({ executablePath: await findChromium(), args });
  } catch (error) {
    return skipMissing(context, `No Chromium starts here: ${error instanceof Error ? error.message : error}`);
  }
}

/** Finds the executable: `PADDOCK_CHROMIUM`, an installed one, or the one in the package `@sparticuz/chromium`. */
export async function findChromium(): Promise<string> {
  const named = process.env['PADDOCK_CHROMIUM'];
  return named || (findInstalled() ?? (await unpackChromium()));
}

/** Finds an installed browser by its whole path, which Playwright needs. */
function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return installed.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Unpacks the package's Chromium and its libraries into the package's folder. */
async function unpackChromium(): Promise<string> {
  const folder = fileURLToPath(new URL('../unpacked', import.meta.resolve('@sparticuz/chromium')));
  const executable = join(folder, 'start.sh');
  if (existsSync(executable)) return executable;
  const fresh = `${folder}-${process.pid}`;
  await mkdir(fresh);
  // The package unpacks into the temporary folder, and includes the libraries only on Lambda.
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const unpack = "await (await import('@sparticuz/chromium')).default.executablePath()";
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack], { env, cwd: import.meta.dirname });
  const start = `#!/bin/sh\nLD_LIBRARY_PATH='${folder}/al2023/lib' exec '${folder}/chromium' "$@"\n`;
  await writeFile(join(fresh, 'start.sh'), start, { mode: 0o755 });
  // Fails harmlessly if another process has unpacked it meanwhile.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  return executable;
}
