import { AsyncLocalStorage } from 'node:async_hooks';
import { Trace } from './trace.ts';

/** What is known of a law while it runs. */
export class CurrentLaw {
  readonly trace = new Trace();
  /** What to do when it is over. */
  readonly finishers: (() => void | Promise<void>)[] = [];
  /** What says why there will be no verdict, or `null` where there will be one. */
  ended: Error | null = null;
}

/** Tells laws that run side by side apart: each sees its own, however deep in a request it is. */
export const currentLaw = new AsyncLocalStorage<CurrentLaw>();
