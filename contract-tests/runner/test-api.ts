import type { Assertion, ExpectStatic } from 'vitest';

/** What a law is given. */
export type TestContext = {
  /** Ends the law without a verdict, where the target lacks what it needs. */
  readonly skip: (reason: string) => never;
};

/** What a law does: returns where its claim holds, throws where it does not. */
export type LawBody = (context: TestContext) => void | Promise<void>;

/**
 * What laws are written with. It is vitest's own, as far as laws need it, under vitest, and a runner of our own under
 * `paddock verify`, since the package comes without vitest.
 */
export type TestApi = {
  readonly describe: (title: string, register: () => void) => void;
  readonly test: {
    (title: string, body: LawBody): void;
    /** Registers the law where the condition is met, and otherwise nothing. */
    readonly runIf: (condition: boolean) => (title: string, body: LawBody) => void;
  };
  /** Does something when the law that is running is over, whatever came of it. */
  readonly onTestFinished: (finish: () => void | Promise<void>) => void;
  readonly expect: Expect;
};

type Matchers = 'any' | 'anything' | 'arrayContaining' | 'objectContaining' | 'stringContaining' | 'stringMatching';

/** Vitest's assertions, as far as they need no file to keep anything in. */
export type Expect = Pick<ExpectStatic, Matchers> &
  (<Value>(actual: Value, message?: string) => Assertion<void, Value>);

const api: TestApi = process.env['VITEST'] ? await import('./vitest-api.ts') : await import('./registry.ts');

export const { describe, test, onTestFinished, expect } = api;
