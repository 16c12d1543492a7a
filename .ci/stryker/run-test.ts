/** Runs one test with all that stands around it, as if it were alone. */
import { type RegisteredTest, Skipped, type Suite, takeFinishers } from './test-api.ts';

export type Outcome =
  | { readonly status: 'passed' }
  | { readonly status: 'skipped' }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'hung'; readonly reason: string };

// What nobody caught while a test ran is why it fails.
const stray: unknown[] = [];
process.on('uncaughtException', (error) => stray.push(error));
process.on('unhandledRejection', (error) => stray.push(error));

/** Runs it for so many milliseconds at most. */
export async function runTest(test: RegisteredTest, patience: number): Promise<Outcome> {
  stray.splice(0);
  const { promise: hung, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => resolve({ status: 'hung', reason: `no end in ${patience} ms` }), patience);
  try {
    return await Promise.race([runAlone(test), hung]);
  } finally {
    clearTimeout(timer);
  }
}

async function runAlone(test: RegisteredTest): Promise<Outcome> {
  const suites = around(test.suite);
  const undone: (() => unknown)[] = [];
  let outcome: Outcome = { status: 'passed' };
  try {
    for (const { beforeAll } of suites) for (const hook of beforeAll) await begin(hook, undone);
    for (const { beforeEach } of suites) for (const hook of beforeEach) await begin(hook, undone);
    await test.run({ skip: skipTest });
  } catch (error) {
    outcome = describe(error);
  }
  const inner = suites.toReversed();
  const cleanUps = [
    ...takeFinishers(),
    ...inner.flatMap(({ afterEach }) => afterEach.toReversed()),
    ...inner.flatMap(({ afterAll }) => afterAll.toReversed()),
    ...undone.toReversed(),
  ];
  for (const cleanUp of cleanUps) {
    try {
      await cleanUp();
    } catch (error) {
      if (outcome.status === 'passed') outcome = describe(error);
    }
  }
  return outcome.status === 'passed' && stray.length > 0 ? describe(stray[0]) : outcome;
}

function around(suite: Suite): Suite[] {
  return suite.parent ? [...around(suite.parent), suite] : [suite];
}

async function begin(hook: () => unknown, undone: (() => unknown)[]): Promise<void> {
  const undo = await hook();
  if (typeof undo === 'function') undone.push(() => undo());
}

function skipTest(reason = 'skipped'): never {
  throw new Skipped(reason);
}

function describe(error: unknown): Outcome {
  if (error instanceof Skipped) return { status: 'skipped' };
  return { status: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
