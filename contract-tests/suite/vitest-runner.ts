import { afterAll, describe, TestRunner, test } from 'vitest';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';
import { explainFailure } from './explain-failure.ts';
import { type Law, type Laws, lawsFor } from './laws.ts';
import { lawsIn } from './load-laws.ts';
import { runLaw } from './run-law.ts';

/**
 * Runs law files under vitest, against each target in `PADDOCK_TARGET`: by default, the mock in both profiles. Runs other
 * test files as vitest does, so that both can share processes.
 */
export default class LawsRunner extends TestRunner {
  override async importFile(path: string, source: 'collect' | 'setup'): Promise<unknown> {
    const module = await super.importFile(path, source);
    if (source === 'collect' && /\.laws\.ts(\?|$)/.test(path)) await registerAll(lawsIn(module));
    return module;
  }
}

function targetNames(): string[] {
  return (process.env['PADDOCK_TARGET'] ?? 'mock:guide,mock:official').split(',');
}

/** Timeout of a law that hangs, far longer than any takes on a busy machine. */
const timeoutMs = 900_000;

const seed = chooseSeed(process.env['PADDOCK_SEED']);
const mocks = new Map<string, Promise<Target>>();

/** Registers the laws of a file for each target; of laws that try the same cases, one only, in turn. */
async function registerAll(file: Laws): Promise<void> {
  const suites = [];
  for (const name of targetNames()) {
    const target = await (name.startsWith('mock') ? sharedMock(name) : startTarget(name, { seed }));
    const properties = { seed, path: process.env['PADDOCK_PATH'] };
    const laws = lawsFor([file], { target, properties, replayPath: process.env['PADDOCK_REPLAY_PATH'] });
    suites.push({ name, target, laws });
  }
  const alike = Map.groupBy(
    suites.flatMap(({ laws }) => laws).filter(({ cases }) => cases !== undefined),
    ({ title, cases = [] }) => `${title} ${textOf(cases)}`,
  );
  const chosen = [...alike.values()].map((some, index) => some[index % some.length]);
  for (const { name, target, laws } of suites)
    register(
      name,
      target,
      laws.filter((law) => law.cases === undefined || chosen.includes(law)),
    );
}

/** Writes cases alike that differ only in the unused email addresses in them. */
function textOf(cases: readonly unknown[]): string {
  return JSON.stringify(cases).replaceAll(/"[^"\\]*@[^"]*"/g, '"@"');
}

function register(name: string, target: Target, laws: readonly Law[]): void {
  describe(name, () => {
    // Closing a target cleans up; the shared mock stays open for the other files.
    afterAll(() => (name.startsWith('mock') ? target.can.receiver?.expectLawful() : target.close()));
    for (const law of laws)
      test(law.title, { timeout: 0 }, async ({ skip }) => {
        const { failure, noVerdict } = await runLaw(law, timeoutMs);
        if (failure) throw explainFailure(failure, target.baseUrl);
        if (noVerdict !== null) skip(noVerdict);
      });
  });
}

/** The mock that all laws of this process share. */
function sharedMock(name: string): Promise<Target> {
  const mock = mocks.get(name) ?? startTarget(name, { seed });
  mocks.set(name, mock);
  return mock;
}

function chooseSeed(wanted = '1'): number {
  if (wanted === 'random') return Math.floor(Math.random() * 0x7fffffff);
  const number = Number(wanted);
  if (Number.isSafeInteger(number)) return number;
  throw new Error(`Could not use PADDOCK_SEED=${wanted}: that is not a whole number. Give one, or "random".`);
}
