import type { Random } from '../ids/random.ts';
import type { Delays } from './delays.ts';
import type { FaultAct } from './fault.ts';

/** A fault that acts on a request. */
export type TakenFault = {
  /** ID of the account's fault; `header` for one that the request asked for. */
  id: string;
  act: FaultAct;
  random: Random;
  delays: Delays;
};
