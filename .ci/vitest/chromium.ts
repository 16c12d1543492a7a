import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import type { TestContext } from 'vitest';
import { skipMissing } from './require-program.ts';

const installed = ['chromium', 'chromium-browser', 'google-chrome'];

/** A browser of a test file. */
export type Chromium = Pick<Browser, 'newPage' | 'newContext'> & {
  /** Closes the pages that were opened here. */
  close(): Promise<void>;
};

/** The browser of this process, which ends with it. Its contexts share nothing, so test files can share it. */
let shared: Promise<Browser> | undefined;

/** Launches a browser, or finds the one of an earlier test file. Skips the test if none starts. */
export async function launchChromium(context: TestContext): Promise<Chromium> {
  shared ??= launch();
  try {
    return leaseOf(await shared);
  } catch (error) {
    return skipMissing(context, `No Chromium starts here: ${error instanceof Error ? error.message : error}`);
  }
}

function leaseOf(browser: Browser): Chromium {
  const contexts: BrowserContext[] = [];
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context;
    },
    newPage: async (options) => {
      const page = await browser.newPage(options);
      contexts.push(page.context());
      return page;
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
}

async function launch(): Promise<Browser> {
  // No sandbox, since Chromium has none for root.
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-gpu'];
  return chromium.launch({ executablePath: await findChromium(), args });
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
