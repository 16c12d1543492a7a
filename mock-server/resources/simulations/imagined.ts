import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { PaddleApiError, paddleError } from '../../errors/errors.ts';
import type { EventType } from '../../state/change.ts';
import type { Happening } from '../simulation-events/transitions.ts';
import { type Config, completeConfig } from './config.ts';
import type { Scenario } from './kind.ts';
import type { ScenarioSteps } from './scenarios/scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';

/**
 * Makes a scenario's moves on a copy of the account, and returns their events.
 *
 * @throws PaddleApiError notification_simulation_run_configuration_conflict if the API would refuse a move
 */
export function scenarioHappenings(type: Scenario, config: Config, account: Account, baseUrl: string): Happening[] {
  return imagined(scenarios[type], completeConfig(type, config) ?? {}, account, baseUrl);
}

/** Prepares and makes moves on a copy of the account, and returns the events of the moves. */
export function imagined(steps: ScenarioSteps, config: Config, account: Account, baseUrl: string): Happening[] {
  return account.imagine((copy) => {
    try {
      const act = steps({ copy, config, baseUrl });
      const first = copy.ids.next('evt');
      act();
      return eventsSince(first, copy);
    } catch (error) {
      if (!(error instanceof PaddleApiError || error instanceof UsageError)) throw error;
      throw paddleError('notification_simulation_run_configuration_conflict', { hint: hintOf(error) });
    }
  });
}

function hintOf(error: PaddleApiError | UsageError): string {
  if (error instanceof UsageError) return error.message;
  const [problem] = error.errors ?? [];
  const message = problem ? `${problem.field}: ${problem.message}` : (error.hint ?? error.message);
  return `${message.replace(/\.$/, '')} (${error.code}).`;
}

type StoredEvent = { event_type: EventType; occurred_at: string; data: Happening['payload'] };

function eventsSince(firstId: string, { store }: Account): Happening[] {
  const happenings: Happening[] = [];
  for (let after: string | undefined; ; ) {
    const { texts, ids, hasMore } = store.events.list({ where: {}, firstId, after, order: 'ASC', limit: 200 });
    for (const text of texts) {
      const { event_type, occurred_at, data } = readEvent(text);
      happenings.push({ event_type, occurred_at, payload: data });
    }
    after = ids.at(-1);
    if (!hasMore) return happenings;
  }
}

/** The one place that types a stored event: the copy's moves announced it. */
function readEvent(text: string): StoredEvent {
  return JSON.parse(text) as StoredEvent;
}
