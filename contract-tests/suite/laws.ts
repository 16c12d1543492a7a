import type { PropertySettings } from '../law/current-law.ts';
import type { Target } from '../targets/target.ts';

/** Argument of a law's body. */
export type TestContext = {
  readonly target: Target;
  /** Ends the law without a verdict, such as for a missing capability. */
  readonly skip: (reason: string) => never;
};

/** Body of a law: returns if its claim holds, throws if not. */
export type LawBody = (context: TestContext) => void | Promise<void>;

/** A law, ready to run against its target. */
export type Law = {
  /** Claims and promise; unique, since `--only` selects a law by its title. */
  readonly title: string;
  readonly body: (context: Pick<TestContext, 'skip'>) => void | Promise<void>;
  /** Settings for its properties. Default: the seed 1. */
  readonly properties?: PropertySettings;
  /** The cases that it tries: laws with the same title and cases need not run against two mocks. */
  readonly cases?: readonly unknown[] | undefined;
};

/** Argument of a law file's function. */
export type Suite = {
  readonly target: Target;
  /** Steps of a lifecycle to replay, as printed with a failure. */
  readonly replayPath?: string | undefined;
  readonly test: {
    /** @param cases the listed cases that the law tries; see {@link Law.cases} */
    (title: string, body: LawBody, cases?: readonly unknown[]): void;
    /** Defines the law only if the condition is true. */
    readonly runIf: (condition: boolean) => (title: string, body: LawBody) => void;
  };
};

/** The laws of a file, as a function of a target. */
export type Laws = (suite: Suite) => void;

/** The target and settings of a run. */
export type Run = Pick<Suite, 'target' | 'replayPath'> & { readonly properties: PropertySettings };

/**
 * Defines the laws of a file, as its default export. They can run against any number of targets in one process.
 *
 * @example
 *   export default laws(({ target, test }) => {
 *     test('ips: there are some', async () => …);
 *   });
 */
export function laws(define: Laws): Laws {
  return define;
}

/** The laws of files for one target, in the order of the files. */
export function lawsFor(files: readonly Laws[], { target, replayPath, properties }: Run): Law[] {
  const found: Law[] = [];
  const add = (title: string, body: LawBody, cases?: readonly unknown[]) =>
    void found.push({ title, properties, cases, body: ({ skip }) => body({ target, skip }) });
  const test = Object.assign(add, { runIf: (condition: boolean) => (condition ? add : () => {}) });
  for (const define of files) define({ target, replayPath, test });
  return found;
}
