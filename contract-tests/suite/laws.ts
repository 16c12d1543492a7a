import type { PropertySettings } from '../law/current-law.ts';
import type { Target } from '../targets/target.ts';

/** What the body of a law is given. */
export type TestContext = {
  readonly target: Target;
  /** Ends the law without a verdict, where the target lacks what it needs. */
  readonly skip: (reason: string) => never;
};

/** What a law does: returns where its claim holds, throws where it does not. */
export type LawBody = (context: TestContext) => void | Promise<void>;

/** A law, ready to be run against its target. */
export type Law = {
  /** The claims and what is promised; unique, since a law is asked for by it. */
  readonly title: string;
  readonly body: (context: Pick<TestContext, 'skip'>) => void | Promise<void>;
  /** How its properties are tried. Default: with the seed 1. */
  readonly properties?: PropertySettings;
};

/** What laws are defined with. */
export type Suite = {
  readonly target: Target;
  /** Steps of a lifecycle to follow again, as they were printed with a failure. */
  readonly replayPath?: string | undefined;
  readonly test: {
    (title: string, body: LawBody): void;
    /** Defines the law if the condition is met. */
    readonly runIf: (condition: boolean) => (title: string, body: LawBody) => void;
  };
};

/** The laws of a file, as a function of a target. */
export type Laws = (suite: Suite) => void;

/** What laws are run with. */
export type Run = Pick<Suite, 'target' | 'replayPath'> & { readonly properties: PropertySettings };

/**
 * Defines the laws of a file: its default export. They may be held against any number of targets in one process.
 *
 * @example
 *   export default laws(({ target, test }) => {
 *     test('ips: there are some', async () => …);
 *   });
 */
export function laws(define: Laws): Laws {
  return define;
}

/** The laws of some files for one target, in the order of the files. */
export function lawsFor(files: readonly Laws[], { target, replayPath, properties }: Run): Law[] {
  const found: Law[] = [];
  const add = (title: string, body: LawBody) =>
    void found.push({ title, properties, body: ({ skip }) => body({ target, skip }) });
  const test = Object.assign(add, { runIf: (condition: boolean) => (condition ? add : () => {}) });
  for (const define of files) define({ target, replayPath, test });
  return found;
}
