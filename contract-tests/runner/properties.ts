import fc, { type RunDetails } from 'fast-check';
import { currentLaw } from './current-law.ts';

/** How properties are tried. */
export type PropertySettings = {
  readonly seed: number;
  /** Cases of each property. Default: what the law says, or 25. */
  readonly runs?: number | undefined;
  /** The one case to try again, as it was printed with a failure. It belongs to one property. */
  readonly path?: string | undefined;
  /** Whether a smaller counterexample is looked for. Default: true. */
  readonly shrink?: boolean | undefined;
};

/** A property does not hold. */
export class PropertyFailure extends Error {
  override name = 'PropertyFailure';
  readonly details: RunDetails<unknown>;

  constructor(details: RunDetails<unknown>) {
    const reason = details.errorInstance;
    super(reason instanceof Error ? reason.message : String(reason ?? 'the property ran out of time or of cases'));
    this.details = details;
  }
}

/** Tells fast-check how to try all properties from now on. */
export function configureProperties({ seed, runs = 25, path, shrink = true }: PropertySettings): void {
  fc.configureGlobal({ seed, numRuns: runs, endOnFailure: !shrink, ...(path === undefined ? {} : { path }) });
}

/** Lets fast-check tell the law that runs of each case, and of the counterexample. */
export function traceProperties(): void {
  fc.configureGlobal({
    ...fc.readConfigureGlobal(),
    beforeEach: () => currentLaw.getStore()?.trace.startCase(),
    reporter(details) {
      if (details.failed) throw new PropertyFailure(details);
      currentLaw.getStore()?.trace.endProperty();
    },
  });
}

/**
 * The place of the counterexample among the cases that were tried, from 0. A path such as `12:3:1` says: the case with
 * the number 12, then the smaller one with the number 3, then of that the one with the number 1; numbers begin with 0.
 *
 * @param begin the path that the property was begun with, to try one case again.
 */
export function placeOfCounterexample(path: string, begin = ''): number {
  const [from, to] = [begin, path].map((text) => text.split(':').map(Number)) as [number[], number[]];
  const [first = 0, ...smaller] = to.slice(from.length - 1);
  return smaller.reduce((place, nth) => place + nth + 1, first - (from.at(-1) ?? 0));
}
