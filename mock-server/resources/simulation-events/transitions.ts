import { paddleError } from '../../errors/errors.ts';
import { type Change, type ChangeOf, changed, inOrder } from '../../state/change.ts';
import type { SendResult } from '../../state/entries/notification-logs.ts';
import type { Moment } from '../../time/moment.ts';
import { move } from '../moves.ts';
import type { NotificationSetting } from '../notification-settings/kind.ts';
import type { SimulationRun } from '../simulation-runs/kind.ts';
import { cancel, complete } from '../simulation-runs/transitions.ts';
import type { SimulationEvent } from './kind.ts';
import { eventMoves } from './moves.ts';

/** The effect of a simulation: an event of the API, with its entity. */
export type Happening = Pick<SimulationEvent, 'event_type' | 'occurred_at' | 'payload'>;

/** IDs of a new event. */
type EventIds = Pick<SimulationEvent, 'id' | 'notification_id'>;

/** Makes a pending event of a run. */
export function pend(
  happening: Happening,
  belongs: Pick<SimulationEvent, 'simulation_run_id' | 'notification_setting_id'>,
  { id, notification_id }: EventIds,
  { now }: Moment,
): SimulationEvent {
  const { event_type, payload, occurred_at } = happening;
  const { simulation_run_id, notification_setting_id } = belongs;
  return {
    id,
    status: 'pending',
    event_type,
    payload,
    request: null,
    response: null,
    created_at: now,
    updated_at: now,
    simulation_run_id,
    notification_setting_id,
    notification_id,
    occurred_at,
  };
}

/**
 * Sends an event again, as a new one of its run.
 *
 * @evidence official; assumed, that it goes to the destination of the run, and that the run's status stays
 */
export function replay(original: SimulationEvent, ids: EventIds, moment: Moment): ChangeOf<'simulation_events'> {
  return changed('simulation_events', pend(original, original, ids, moment), []);
}

/**
 * Rejects a destination that receives no simulated events.
 *
 * @evidence official: the code, that it must take simulated traffic, and that it must be a URL. assumed: that it must be
 *   active, and that it receives event types also without subscribing to them
 */
export function refuseDestination(setting: NotificationSetting | undefined): void {
  if (setting && receives(setting)) return;
  const hint =
    'The destination must be an active URL whose traffic_source is simulation or all. Update it, or choose another.';
  throw paddleError('notification_simulation_run_notification_settings_conflict', { hint });
}

/** Returns true if a destination receives simulated events. */
export function receives({ active, type, traffic_source }: NotificationSetting): boolean {
  return active && type === 'url' && traffic_source !== 'platform';
}

/** Text of the webhook, before it is printed as a delivery. @evidence observed 2024-11-18, 2025-08-31: the prefixes of the IDs */
export function webhookOf({ id, event_type, occurred_at, notification_id, payload }: SimulationEvent): string {
  return JSON.stringify({ event_id: id, event_type, occurred_at, notification_id, data: payload });
}

/**
 * Records the only attempt to deliver an event, and ends the run after its last one.
 *
 * @param isLast true if no other event of the run is pending
 * @evidence official: no response leaves `null`; assumed that simulated events are not retried
 */
export function attempted(
  event: SimulationEvent,
  { body, result }: { body: string; result: SendResult },
  run: { entity: SimulationRun; isLast: boolean },
  moment: Moment,
): Change {
  const delivered: SimulationEvent = {
    ...event,
    status: move(eventMoves, result.ok ? 'succeed' : 'fail', event),
    request: { body },
    response: result.code === 0 ? null : { body: result.body, status_code: result.code },
    updated_at: moment.now,
  };
  const recorded = changed('simulation_events', delivered, []);
  return run.isLast ? inOrder(recorded, complete(run.entity, moment)) : recorded;
}

/** Ends a run whose destination went away. @evidence official: such an event is aborted; assumed, that the run is canceled */
export function abort(pending: readonly SimulationEvent[], run: SimulationRun, moment: Moment): Change {
  const aborted = pending.map((event) => {
    const status = move(eventMoves, 'abort', event);
    return changed('simulation_events', { ...event, status, updated_at: moment.now }, []);
  });
  return inOrder(...aborted, cancel(run, moment));
}
