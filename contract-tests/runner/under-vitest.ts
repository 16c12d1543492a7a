import type { Observe } from '../checks/exchange.ts';
import { startTarget } from '../targets/start-target.ts';
import { currentLaw } from './current-law.ts';
import type { Run } from './run.ts';

/**
 * Starts the target that `PADDOCK_TARGET` names: `mock:guide` (the default) or `mock:official`, once for each process.
 * The seed is 1, unless `PADDOCK_SEED` has another or is `random`.
 */
export async function startUnderVitest(): Promise<Run> {
  const seed = chooseSeed(process.env['PADDOCK_SEED']);
  const observe: Observe = (exchange) => currentLaw.getStore()?.trace.record(exchange);
  const target = await startTarget(process.env['PADDOCK_TARGET'] ?? 'mock:guide', { seed, observe });
  const properties = { seed, path: process.env['PADDOCK_PATH'] };
  return { target, properties, replayPath: process.env['PADDOCK_REPLAY_PATH'] };
}

function chooseSeed(wanted = '1'): number {
  if (wanted === 'random') return Math.floor(Math.random() * 0x7fffffff);
  const number = Number(wanted);
  if (Number.isSafeInteger(number)) return number;
  throw new Error(`Could not use PADDOCK_SEED=${wanted}: that is not a whole number. Give one, or "random".`);
}
