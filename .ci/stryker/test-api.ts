/**
 * What `vitest` and `@fast-check/vitest` are for tests that stay loaded while one mutant after the other is tried: as much
 * of them as the tests use. It registers tests, and `run-test.ts` runs them, any number of times.
 */
import fc from 'fast-check';
import { expect as assertions } from '../../contract-tests/runner/expect.ts';

type Hook = () => unknown;
type Context = { readonly skip: (reason?: string) => never };
type Body = (...args: never[]) => unknown;

/** What stands around tests, up to a whole file. */
export type Suite = {
  readonly title: string;
  readonly parent: Suite | null;
  readonly beforeAll: Hook[];
  readonly afterAll: Hook[];
  readonly beforeEach: Hook[];
  readonly afterEach: Hook[];
};

export type RegisteredTest = {
  readonly id: string;
  readonly file: string;
  readonly suite: Suite;
  readonly run: (context: Context) => unknown;
};

/** Ends a test that cannot be told anything by. */
export class Skipped extends Error {}

// Of the whole process, as files register their tests while they are loaded, one after the other.
let suite = createSuite('', null);
let registered: RegisteredTest[] = [];
let file = '';
const finishers: Hook[] = [];

/** Loads a file, and gives the tests that it registers. */
export async function registerTests(name: string, load: () => Promise<unknown>): Promise<RegisteredTest[]> {
  [suite, registered, file] = [createSuite(name, null), [], name.replace(/ \(.*/, '')];
  await load();
  return registered;
}

/** What the test that ran last wants done after it. */
export function takeFinishers(): Hook[] {
  return finishers.splice(0).reverse();
}

function createSuite(title: string, parent: Suite | null): Suite {
  return { title, parent, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}

function register(title: string, run: RegisteredTest['run']): void {
  let path = title;
  for (let around: Suite | null = suite; around; around = around.parent) path = `${around.title} > ${path}`;
  const same = registered.filter(({ id }) => id === path || id.startsWith(`${path} #`)).length;
  registered.push({ id: same > 0 ? `${path} #${same + 1}` : path, file, suite, run });
}

function describeSuite(title: string, fill: () => void): void {
  const outer = suite;
  suite = createSuite(title, outer);
  fill();
  suite = outer;
}

const registerWith = (title: string, run: Body) => register(title, (context) => run(...([context] as never[])));

function each(add: (title: string, run: () => unknown) => void) {
  return (cases: readonly unknown[]) => (title: string, body: Body) => {
    for (const one of cases) add(title, () => body(...((Array.isArray(one) ? one : [one]) as never[])));
  };
}

const never = () => {};

export const test = Object.assign(registerWith, {
  each: each(register),
  for: (cases: readonly unknown[]) => (title: string, body: Body) => {
    for (const one of cases) register(title, (context) => body(...([one, context] as never[])));
  },
  skip: never,
  skipIf: (condition: boolean) => (condition ? never : registerWith),
  runIf: (condition: boolean) => (condition ? registerWith : never),
  prop:
    (arbitraries: readonly fc.Arbitrary<unknown>[], parameters: fc.Parameters<[unknown[]]> = {}) =>
    (title: string, body: Body) =>
      register(title, () => {
        const property = fc.asyncProperty(fc.tuple(...arbitraries), async (values) => {
          if ((await body(...(values as never[]))) === false) throw new Error('The property does not hold.');
        });
        return fc.assert(property, parameters);
      }),
});
export const describe = Object.assign(describeSuite, {
  each: each((title, run) => describeSuite(title, run)),
  runIf: (condition: boolean) => (condition ? describeSuite : never),
});

const hook = (kind: 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach') => (run: Hook) => void suite[kind].push(run);
export const beforeAll = hook('beforeAll');
export const afterAll = hook('afterAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export const onTestFinished = (run: Hook) => void finishers.push(run);

/** Asserts again and again, until it holds or a second is over. */
function poll(read: () => unknown): object {
  return new Proxy(
    {},
    {
      get:
        (_target, matcher: string) =>
        async (...expected: unknown[]) => {
          const until = performance.now() + 1000;
          for (;;) {
            const matchers = assertions(await read()) as unknown as Record<string, (...args: unknown[]) => void>;
            try {
              return matchers[matcher]?.(...expected);
            } catch (error) {
              if (performance.now() > until) throw error;
            }
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        },
    },
  );
}

export const expect = Object.assign(assertions, { poll });

/** Nothing of it is here, so tests that use it are not told anything by. */
export const vi = new Proxy(
  {},
  {
    get: (_target, name) => () => {
      if (!/^(use|restore|unstub)/.test(String(name)) || name === 'useFakeTimers')
        throw new Skipped(`vi.${String(name)}`);
    },
  },
);

export { fc };
