import { setImmediate } from 'node:timers/promises';

/** Dependencies of portioned work on its account. */
export type Worked = { requests: number; readonly store: { together(work: () => void): void } };

/** Work on an account, which yields where it may be interrupted. */
export type Steps<Result> = Generator<void, Result>;

/** Maximum duration of a portion, in milliseconds. */
export const portionMs = 10;
const portionSteps = 1_000;

/**
 * Turns of the event loop between two portions. Node accepts one connection in each, so a single turn would let a
 * queue grow.
 */
const turnsBetween = 32;

/** Lets pending requests be answered. */
export async function giveTurns(turns = turnsBetween): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
}

/** Runs steps that only read, with turns for requests in between. */
export async function withTurns<Result>(steps: Steps<Result>): Promise<Result> {
  let end = performance.now() + portionMs;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await giveTurns();
    end = performance.now() + portionMs;
  }
}

/** Runs all steps in one transaction. */
export function atOnce<Result>(account: Worked, steps: Steps<Result>): Result {
  let step = steps.next();
  account.store.together(() => {
    while (!step.done) step = steps.next();
  });
  return step.value as Result;
}

/** Runs the steps in portions, each in a transaction, with turns for requests in between. */
export async function inPortions<Result>(account: Worked, steps: Steps<Result>): Promise<Result> {
  // An account with unfinished work is not idle.
  account.requests += 1;
  try {
    for (;;) {
      const step = doPortion(account, steps);
      if (step.done) return step.value;
      await giveTurns();
    }
  } finally {
    account.requests -= 1;
  }
}

function doPortion<Result>({ store }: Worked, steps: Steps<Result>): IteratorResult<void, Result> {
  const end = performance.now() + portionMs;
  let step: IteratorResult<void, Result> = { done: false, value: undefined };
  store.together(() => {
    for (let number = 0; number < portionSteps && !step.done && (number === 0 || performance.now() < end); number += 1)
      step = steps.next();
  });
  return step;
}
