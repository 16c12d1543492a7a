import type { Target } from '../targets/target.ts';
import { configureProperties, type PropertySettings, traceProperties } from './properties.ts';

/** What the laws are run with. */
export type Run = {
  readonly target: Target;
  readonly properties: PropertySettings;
  /** Steps of a lifecycle to follow again, as they were printed with a failure. */
  readonly replayPath?: string | undefined;
};

// Of the whole process: laws read it while they are loaded, since what they promise depends on the target.
let current: Run | undefined;

/** Says what the laws that are loaded from now on are run with. */
export function beginRun(run: Run): void {
  configureProperties(run.properties);
  current = run;
}

/** What the laws are run with. Under vitest, a run begins as the environment says where none has. */
export async function currentRun(): Promise<Run> {
  if (process.env['VITEST'] && !current) {
    const { startUnderVitest } = await import('./under-vitest.ts');
    beginRun(await startUnderVitest());
    traceProperties();
  }
  if (!current) throw new Error('Could not load the laws: no run has begun. Call beginRun first.');
  return current;
}
