import { AsyncLocalStorage } from 'node:async_hooks';
import { Trace } from './trace.ts';

/** Settings for the properties of a law. */
export type PropertySettings = {
  readonly seed: number;
  /** Number of cases per property. Default: the law's own. */
  readonly runs?: number | undefined;
  /** Path of a single case to repeat, as printed with a failure. It belongs to one property. */
  readonly path?: string | undefined;
  /** Looks for a smaller counterexample. Default: true. */
  readonly shrink?: boolean | undefined;
};

/** State of a running law. */
export class CurrentLaw {
  readonly properties: PropertySettings;
  readonly trace = new Trace();
  /** Called when the law has ended. */
  readonly finishers: (() => void | Promise<void>)[] = [];
  /** Reason for ending without a verdict, or `null`. */
  ended: Error | null = null;

  constructor(properties: PropertySettings) {
    this.properties = properties;
  }
}

/** Gives each of several concurrent laws its own state, in all of its asynchronous calls. */
export const currentLaw = new AsyncLocalStorage<CurrentLaw>();

/** Returns the current law. @throws Error outside of a law. */
export function runningLaw(): CurrentLaw {
  const law = currentLaw.getStore();
  if (!law) throw new Error('Could not find the law that runs: there is none. Call this from within one.');
  return law;
}

/** Registers a function to call when the current law has ended, whatever its verdict. */
export function onTestFinished(finish: () => void | Promise<void>): void {
  runningLaw().finishers.push(finish);
}

/** Begins another case of the current law, so that a failure shows only the requests of this case. */
export function startCase(): void {
  runningLaw().trace.startCase();
}
