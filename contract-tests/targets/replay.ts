import fc from 'fast-check';

/** Seed of the run: fixed, unless `PADDOCK_SEED` has another, or is `random`. fast-check prints it with each failure. */
export const seed = chooseSeed(process.env['PADDOCK_SEED']);

/** Path of commands to follow again, as fast-check printed it after a failure of a lifecycle. */
export const replayPath = process.env['PADDOCK_REPLAY_PATH'] ?? '';

const path = process.env['PADDOCK_PATH'];
fc.configureGlobal({ seed, numRuns: 25, ...(path === undefined ? {} : { path }) });

function chooseSeed(wanted = '1'): number {
  if (wanted === 'random') return Math.floor(Math.random() * 0x7fffffff);
  const number = Number(wanted);
  if (Number.isSafeInteger(number)) return number;
  throw new Error(`Could not use PADDOCK_SEED=${wanted}: it is no whole number. Give one, or "random".`);
}
