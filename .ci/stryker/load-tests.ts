/** Loads the tests into this process, where they stay. */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { beginRun } from '../../contract-tests/runner/run.ts';
import type { startTarget } from '../../contract-tests/targets/start-target.ts';
import { type RegisteredTest, registerTests } from './test-api.ts';
import { laws, leftOut, units } from './tests.ts';

const testApi = new URL('./test-api.ts', import.meta.url).href;

/** Where the instrumented files are. Stryker enters it when this module is already there. */
const root = () => pathToFileURL(`${process.cwd()}/`).href;

// Laws are loaded once for each profile, with all that they import: what they expect is read while they are loaded.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest' || specifier === '@fast-check/vitest')
      return { url: testApi, format: 'module-typescript', shortCircuit: true };
    const resolved = next(specifier, context);
    const profile = /\?profile=\w+$/.exec(context.parentURL ?? '')?.[0];
    if (!profile || !resolved.url.startsWith(root()) || resolved.url.includes('/node_modules/')) return resolved;
    return { ...resolved, url: resolved.url.replace(/\?.*|$/, profile) };
  },
});

export async function loadTests(): Promise<RegisteredTest[]> {
  const tests: RegisteredTest[] = [];
  for (const file of filesOf(units)) tests.push(...(await registerTests(file, () => load(file))));
  for (const profile of ['guide', 'official']) {
    await beginLaws(profile);
    for (const file of filesOf(laws)) {
      const name = `${file} (${profile})`;
      tests.push(...(await registerTests(name, () => load(file, `?profile=${profile}`))));
    }
  }
  // A property that does not hold has noticed the mutant, so no smaller counterexample is looked for.
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
  return tests;
}

function filesOf(globs: string[]): string[] {
  return globSync(globs, { exclude: leftOut }).sort();
}

async function beginLaws(profile: string): Promise<void> {
  const run: { beginRun: typeof beginRun } = await load('contract-tests/runner/run.ts', `?profile=${profile}`);
  const targets: { startTarget: typeof startTarget } = await load(
    'contract-tests/targets/start-target.ts',
    `?profile=${profile}`,
  );
  const target = await targets.startTarget(`mock:${profile}`, { seed: 1 });
  run.beginRun({ target, properties: { seed: 1 } });
}

function load(file: string, query = '') {
  return import(`${root()}${file}${query}`);
}
