import { AsyncLocalStorage } from 'node:async_hooks';
import { Trace } from './trace.ts';

/** How the properties of a law are tried. */
export type PropertySettings = {
  readonly seed: number;
  /** Cases of each property. Default: as many as the law wants. */
  readonly runs?: number | undefined;
  /** The one case to try again, as it was printed with a failure. It belongs to one property. */
  readonly path?: string | undefined;
  /** Looks for a smaller counterexample. Default: true. */
  readonly shrink?: boolean | undefined;
};

/** What is known of a law while it runs. */
export class CurrentLaw {
  readonly properties: PropertySettings;
  readonly trace = new Trace();
  /** What to do when it is over. */
  readonly finishers: (() => void | Promise<void>)[] = [];
  /** The reason why there will be no verdict; `null` if there will be one. */
  ended: Error | null = null;

  constructor(properties: PropertySettings) {
    this.properties = properties;
  }
}

/** Tells laws that run side by side apart: each sees its own, however deep in a request it is. */
export const currentLaw = new AsyncLocalStorage<CurrentLaw>();

/** The law that runs. Throws outside of one. */
export function lawThatRuns(): CurrentLaw {
  const law = currentLaw.getStore();
  if (!law) throw new Error('Could not find the law that runs: there is none. Call this from within one.');
  return law;
}

/** Does something when the law that runs is over, whatever its verdict. */
export function onTestFinished(finish: () => void | Promise<void>): void {
  lawThatRuns().finishers.push(finish);
}

/** Begins another case of the law that runs, so that a failure shows the requests of this case alone. */
export function startCase(): void {
  lawThatRuns().trace.startCase();
}
