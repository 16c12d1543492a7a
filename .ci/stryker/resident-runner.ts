/**
 * What Stryker runs tests with: all tests are loaded once, into one process, and stay there with their mocks while
 * one mutant after the other is switched on. A process for each mutant would take seconds, and most tests milliseconds.
 * A test that noticed a mutant has to pass without it, or the process is given up and the mutant tried in a new one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { loadTests } from './load-tests.ts';
import { runTest } from './run-test.ts';
import type { RegisteredTest } from './test-api.ts';

/** What the instrumented code and its runner tell each other. */
type Namespace = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
};

declare global {
  var __stryker__: Namespace | undefined;
}

globalThis.__stryker__ ??= {};
const instrumented = globalThis.__stryker__;

/** What was seen without a mutant. In the sandbox's folder, for the processes that come after this one. */
const observedFile = '.stryker-observed.json';

type Observed = {
  /** Milliseconds that each test took. */
  readonly durations: Record<string, number>;
  /** The tests that reach each mutant, by their place among all. */
  readonly reachedBy: Record<string, number[]>;
};

/**
 * How long tests are tried on a mutant that none of them notices, in milliseconds of what they took without one. What each
 * request goes through is in reach of all of them, and all take minutes.
 */
const enough = 2_000;

class ResidentRunner implements TestRunner {
  #tests: readonly RegisteredTest[] = [];
  #observed: Observed = { durations: {}, reachedBy: {} };
  /** Whether a mutant was tried in this process. */
  #used = false;
  /** Whether a test that was tried in this process goes on in the background. */
  #hasHung = false;
  /** Why nothing that a test says can be believed any more. */
  #spoilt: string | null = null;

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    process.env['VITEST'] = '1';
    this.#tests = await loadTests();
    if (existsSync(observedFile)) this.#observed = JSON.parse(readFileSync(observedFile, 'utf8'));
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const test of this.#tests) tests.push(await this.#tryUnchanged(test));
    const { mutantCoverage } = instrumented;
    for (const [place, { id }] of this.#tests.entries()) {
      const reached = Object.keys(mutantCoverage?.perTest[id] ?? {});
      for (const mutant of reached) {
        this.#observed.reachedBy[mutant] ??= [];
        this.#observed.reachedBy[mutant].push(place);
      }
    }
    writeFileSync(observedFile, JSON.stringify(this.#observed));
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async #tryUnchanged(test: RegisteredTest): Promise<TestResult> {
    const { id, file } = test;
    instrumented.currentTestId = id;
    const begin = performance.now();
    const outcome = await runTest(test, 120_000);
    instrumented.currentTestId = undefined;
    const timeSpentMs = performance.now() - begin;
    this.#observed.durations[id] = timeSpentMs;
    const result = { id, name: id, fileName: file, timeSpentMs };
    if (outcome.status === 'passed') return { ...result, status: TestStatus.Success };
    if (outcome.status === 'skipped') return { ...result, status: TestStatus.Skipped };
    return { ...result, status: TestStatus.Failed, failureMessage: outcome.reason };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }: MutantRunOptions): Promise<MutantRunResult> {
    if (this.#spoilt) throw new Error(this.#spoilt);
    const first = !this.#used;
    this.#used = true;
    const tests = this.#choose(activeMutant, testFilter);
    for (const [index, test] of tests.entries()) {
      const outcome = await this.#tryWith(test, activeMutant.id, hitLimit);
      if (outcome.status === 'looped') return { status: MutantRunStatus.Timeout };
      if (outcome.status !== 'failed' && outcome.status !== 'hung') continue;
      await this.#expectClean(test, first);
      if (outcome.status === 'hung') {
        this.#hasHung = true;
        return { status: MutantRunStatus.Timeout };
      }
      return {
        status: MutantRunStatus.Killed,
        killedBy: [test.id],
        failureMessage: outcome.reason,
        nrOfTests: index + 1,
      };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: tests.length };
  }

  async #tryWith(test: RegisteredTest, mutant: string, hitLimit: number | undefined) {
    const tryOnce = async () => {
      Object.assign(instrumented, { activeMutant: mutant, hitCount: 0, hitLimit });
      const outcome = await runTest(test, this.#patience(test));
      const looped = determineHitLimitReached(instrumented.hitCount, hitLimit);
      Object.assign(instrumented, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
      return looped ? { status: 'looped' as const } : outcome;
    };
    const outcome = await tryOnce();
    // A test that hangs goes on in the background, and what it does there may fail another one, once.
    return outcome.status === 'failed' && this.#hasHung ? tryOnce() : outcome;
  }

  /** First those that go where few others do, near the mutant, or are beside it, and take little time. */
  #choose(mutant: MutantRunOptions['activeMutant'], wanted: readonly string[] | undefined): RegisteredTest[] {
    const ids = wanted && new Set(wanted);
    const folder = relative(process.cwd(), dirname(mutant.fileName));
    const closeness = this.#closenessTo(Number(mutant.id));
    const worth = (test: RegisteredTest) =>
      ((closeness.get(test) ?? 0) * (dirname(test.file) === folder ? 5 : 1)) / (5 + this.#durationOf(test));
    const inOrder = this.#tests
      .filter(({ id }) => !ids || ids.has(id))
      .toSorted((one, other) => worth(other) - worth(one));
    let left = enough;
    return inOrder.filter((test) => {
      const isTried = left > 0;
      left -= this.#durationOf(test);
      return isTried;
    });
  }

  /** Mutants are numbered as they stand in a file. A test is close to one if it reaches neighbours that few tests reach. */
  #closenessTo(mutant: number): Map<RegisteredTest, number> {
    const closeness = new Map<RegisteredTest, number>();
    for (let neighbour = mutant - 30; neighbour <= mutant + 30; neighbour++) {
      const tests = this.#observed.reachedBy[neighbour] ?? [];
      const weight = 1 / tests.length / (1 + Math.abs(neighbour - mutant));
      for (const place of tests) {
        const test = this.#tests[place];
        if (test) closeness.set(test, (closeness.get(test) ?? 0) + weight);
      }
    }
    return closeness;
  }

  #durationOf({ id }: RegisteredTest): number {
    return this.#observed.durations[id] ?? 0;
  }

  #patience(test: RegisteredTest): number {
    return 1500 + 10 * this.#durationOf(test);
  }

  async #expectClean(test: RegisteredTest, first: boolean): Promise<void> {
    const { status } = await runTest(test, this.#patience(test));
    if (status === 'passed') return;
    this.#spoilt = `${test.id} fails without a mutant, too`;
    // In a new process, nothing but the mutant can have spoilt it.
    if (!first) throw new Error(this.#spoilt);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'resident', ResidentRunner)];
