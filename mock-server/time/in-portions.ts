import { setImmediate } from 'node:timers/promises';

/** The parts of an account that work in portions needs. */
export type Worked = { requests: number; readonly store: { together(work: () => void): void } };

/** Work on an account, with a stop wherever others may have their turn. */
export type Steps<Result> = Generator<void, Result>;

/** How long one portion holds others up, in milliseconds, and its most steps. */
export const portionMs = 10;
const portionSteps = 1_000;

/** Turns of the event loop between two portions. Node accepts one connection in each, so a single turn lets a queue grow. */
const turnsBetween = 32;

/** Lets others be answered. */
export async function giveTurns(turns = turnsBetween): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
}

/** Does all of it in one transaction. */
export function atOnce<Result>(account: Worked, steps: Steps<Result>): Result {
  let step = steps.next();
  account.store.together(() => {
    while (!step.done) step = steps.next();
  });
  return step.value as Result;
}

/** Does it in portions, each of them a transaction, and lets requests be answered between them. */
export async function inPortions<Result>(account: Worked, steps: Steps<Result>): Promise<Result> {
  // An account in the middle of it is not idle.
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
