import fc, { type IAsyncPropertyWithHooks, type Parameters, type RunDetails } from 'fast-check';
import { runningLaw } from './current-law.ts';

/** A property that does not hold. */
export class PropertyFailure extends Error {
  override name = 'PropertyFailure';
  readonly details: RunDetails<unknown>;

  constructor(details: RunDetails<unknown>) {
    const reason = details.errorInstance;
    super(reason instanceof Error ? reason.message : String(reason ?? 'the property ran out of time or of cases'));
    this.details = details;
  }
}

/**
 * Tests a property with the seed of the run.
 *
 * @param wanted Number of cases, unless the run sets one.
 * @throws PropertyFailure with the smallest counterexample.
 */
export async function assertProperty(property: IAsyncPropertyWithHooks<unknown>, wanted = 25): Promise<void> {
  const { trace, properties } = runningLaw();
  const { runs: numRuns = wanted, path, shrink = true } = properties;
  const limits = { numRuns, endOnFailure: !shrink };
  const details = await checkProperty(property, path === undefined ? limits : { ...limits, path });
  if (details.failed) throw new PropertyFailure(details);
  trace.endProperty();
}

/** Tests a property with the seed of the run and returns the result instead of throwing. */
export function checkProperty(
  property: IAsyncPropertyWithHooks<unknown>,
  parameters: Parameters<unknown>,
): Promise<RunDetails<unknown>> {
  const { trace, properties } = runningLaw();
  return fc.check(
    property.beforeEach(() => trace.startCase()),
    { seed: properties.seed, ...parameters },
  );
}
