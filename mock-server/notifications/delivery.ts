import type { Counters } from '../monitoring/counters.ts';
import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import { deliveryBody } from '../state/database/jsonb-text.ts';
import type { SendResult } from '../state/entries/notification-logs.ts';
import type { WaitingNotification } from '../state/outbox.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import type { Moment } from '../time/moment.ts';
import { formatTimestamp } from '../time/timestamp.ts';
import type { Chaos, ChaosFault } from './chaos.ts';
import type { Connections } from './connections.ts';
import { retryDelays } from './retry-schedule.ts';
import { secretsOf } from './secrets.ts';
import { send } from './send.ts';
import { signatureHeader } from './signature.ts';

/** Dependencies of deliveries on their account. */
export type Sender = {
  store: Store;
  clock: Clock;
  chaos: Chaos;
  counters: Counters;
  connections: Connections;
  /** Lock on the account's rows, held while they are being replaced. */
  rows: { readonly isHeld: boolean; whole(): Promise<void> };
  moment: () => Moment & { time: number };
};

/** Request and result of one attempt. */
type Attempt = { result: SendResult; signature: string | null; chaos: readonly ChaosFault[] };

/** Makes one attempt to deliver a notification, and records it. Returns true if it was delivered. */
export async function deliver(
  sender: Sender,
  setting: NotificationSetting,
  waiting: WaitingNotification,
  signal: AbortSignal,
): Promise<boolean> {
  const attempts = await attempt(sender, setting, waiting, signal);
  // An attempt that the shutdown aborted does not count; the notification stays due.
  if (signal.aborted) return false;
  await record(sender, setting, waiting, attempts, signal);
  return attempts[0]?.result.ok === true;
}

async function attempt(
  sender: Sender,
  setting: NotificationSetting,
  waiting: WaitingNotification,
  signal: AbortSignal,
): Promise<Attempt[]> {
  const { chaos, store, clock, connections } = sender;
  if (chaos.drops(setting.id)) {
    return [
      {
        result: { ok: false, code: 0, contentType: null, body: "Dropped by the destination's chaos setting." },
        signature: null,
        chaos: ['drop_first'],
      },
    ];
  }
  // @evidence assumed: the response that Paddle logs for an email.
  if (setting.type === 'email') {
    return [
      {
        result: { ok: true, code: 200, contentType: null, body: 'Recorded; Paddock sends no email.' },
        signature: null,
        chaos: [],
      },
    ];
  }
  const plan = chaos.planFor(setting.id);
  const faults = (['duplicate', 'wrong_signature', 'stale_timestamp', 'reorder', 'delay_seconds'] as const).filter(
    (fault) => plan[fault],
  );
  // Printed per attempt, so that requests that queue notifications need not wait for it.
  const body = deliveryBody(waiting.payload);
  const attempts: Attempt[] = [];
  for (let copy = 0; copy < (plan.duplicate ? 2 : 1); copy += 1) {
    const secrets = plan.wrong_signature ? ['not the secret'] : secretsOf(setting, store.secrets, clock.now());
    // Real time, whatever the account's clock says: every SDK rejects a signature older than five seconds.
    const seconds = Math.floor(Date.now() / 1000) - (plan.stale_timestamp ? 3600 : 0);
    const signature = signatureHeader(body, secrets, seconds);
    const result = await send(setting.destination, body, signature, connections, signal);
    attempts.push({ result, signature, chaos: faults });
  }
  for (const fault of faults) chaos.count(setting.id, fault);
  return attempts;
}

/** Stores an attempt's logs and the notification's next state in one transaction. Duplicates are logged only. */
async function record(
  sender: Sender,
  setting: NotificationSetting,
  waiting: WaitingNotification,
  attempts: readonly Attempt[],
  signal: AbortSignal,
): Promise<void> {
  const { store, rows, counters } = sender;
  const [first] = attempts;
  if (!first) return;
  if (rows.isHeld) await rows.whole();
  const { time: now, now: attemptedAt, behaviours } = sender.moment();
  const number = waiting.times_attempted + 1;
  const delay = retryDelays[behaviours['webhook-retries']][waiting.times_attempted];
  const due = first.result.ok || delay === undefined ? null : now + delay;
  const outcome = first.result.ok ? 'delivered' : due === null ? 'failed' : 'needs_retry';
  counters.countDelivery(outcome, number);
  const logs = attempts.map((each) => ({ setting, waiting, number, attemptedAt, ...each }));
  const result = {
    status: outcome,
    attemptedAt,
    deliveredAt: first.result.ok ? attemptedAt : null,
    retryAt: due === null ? null : formatTimestamp(due, behaviours.timestamps),
    due,
  };
  // If the account was restored meanwhile, the attempt is not part of its history.
  await store.applyInTurn(() =>
    signal.aborted ? undefined : { entries: [{ entry: 'attempt', id: waiting.id, outcome: result, logs }] },
  );
}
