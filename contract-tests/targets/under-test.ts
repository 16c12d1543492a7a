import { currentRun } from '../runner/run.ts';

const { target, properties, replayPath } = await currentRun();

/** The target that the laws are held against. */
export { replayPath, target };

/** How many cases a property of a law tries: as many as the law wants, unless the run was given a number. */
export function runs(wanted: number): number {
  return properties.runs ?? wanted;
}
