import type { Random } from '../ids/random.ts';
import type { FaultAct } from './fault.ts';
import type { Pauses } from './pauses.ts';

/** A fault that acts on a request. */
export type TakenFault = {
  /** ID of the account's fault; `header` for one that the request asked for itself. */
  id: string;
  act: FaultAct;
  random: Random;
  pauses: Pauses;
};
