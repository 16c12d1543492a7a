import { afterAll, describe, TestRunner, test } from 'vitest';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';
import { explainFailure } from './explain-failure.ts';
import { type Laws, lawsFor } from './laws.ts';
import { lawsIn } from './load-laws.ts';
import { runLaw } from './run-law.ts';

/** Runs law files under vitest, against each target in `PADDOCK_TARGET`: by default, the mock in both profiles. */
export default class LawsRunner extends TestRunner {
  override async importFile(path: string, source: 'collect' | 'setup'): Promise<unknown> {
    const module = await super.importFile(path, source);
    if (source === 'collect') for (const name of targetNames()) await register(lawsIn(module), name);
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

async function register(laws: Laws, name: string): Promise<void> {
  const isMock = name.startsWith('mock');
  const target = await (isMock ? sharedMock(name) : startTarget(name, { seed }));
  const properties = { seed, path: process.env['PADDOCK_PATH'] };
  describe(name, () => {
    // Closing a target cleans up; the shared mock stays open for the other files.
    afterAll(() => (isMock ? target.can.receiver?.expectLawful() : target.close()));
    for (const law of lawsFor([laws], { target, properties, replayPath: process.env['PADDOCK_REPLAY_PATH'] }))
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
