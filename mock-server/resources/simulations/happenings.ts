import type { Account } from '../../account/account.ts';
import type { Happening } from '../simulation-events/transitions.ts';
import { exampleOf } from './examples.ts';
import { scenarioHappenings } from './imagined.ts';
import type { Simulation } from './kind.ts';
import { isScenario } from './types.ts';

/** Returns the events that a simulation sends, in order, with the account as it is now. */
export function happeningsOf(
  { type, payload, config }: Pick<Simulation, 'type' | 'payload' | 'config'>,
  account: Account,
  baseUrl: string,
): Happening[] {
  if (isScenario(type)) return scenarioHappenings(type, config ?? {}, account, baseUrl);
  const { now } = account.moment();
  return [{ event_type: type, occurred_at: now, payload: payload ?? exampleOf(type, account, baseUrl) }];
}
