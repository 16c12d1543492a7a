import type { Account } from '../../../account/account.ts';
import { fallDue } from '../../subscriptions/fall-due.ts';
import type { Subscription } from '../../subscriptions/kind.ts';
import { requestCancel, requestPause } from '../../subscriptions/requests.ts';
import type { Config } from '../config.ts';
import { letPay } from './cards.ts';
import { subscriptionOf } from './made.ts';
import { moveToNextBill, wait } from './periods.ts';
import type { ScenarioSteps, Scene } from './scenario.ts';

/** A pause, at once or at the end of the period. */
export const pauseSubscription: ScenarioSteps = (scene) => end(scene, scene.config.subscription_pause, requestPause);

/** A cancellation, at once or at the end of the period. */
export const cancelSubscription: ScenarioSteps = (scene) =>
  end(scene, scene.config.subscription_cancellation, requestCancel);

/**
 * Requests the end of a subscription, and waits for it.
 *
 * @evidence official: the events of an end at once, which is the default. assumed: those of a later one follow the request
 */
function end(
  { copy, baseUrl }: Scene,
  config: Config['subscription_pause'],
  request: typeof requestPause | typeof requestCancel,
): () => void {
  const { entities, options = {} } = config ?? {};
  const { id } = subscriptionOf(entities?.subscription_id, copy, baseUrl);
  if (options.has_past_due_transaction) failToPay(id, copy);
  const subscription = copy.store.subscriptions.require(id);
  const { effective_from = 'immediately' } = options;
  return () => {
    copy.apply(request(subscription, { effective_from }, copy));
    if (effective_from === 'next_billing_period') happenAsScheduled(id, copy);
  };
}

/** Lets a renewal fail, unless a bill is unpaid already. */
function failToPay(id: string, copy: Account): void {
  const subscription: Subscription = copy.store.subscriptions.require(id);
  if (copy.store.transactions.all({ subscription_id: [id], status: ['past_due'] }).length > 0) return;
  moveToNextBill(subscription, copy);
  letPay(subscription, false, copy);
  copy.apply(fallDue(subscription, copy));
}

function happenAsScheduled(id: string, copy: Account): void {
  const { scheduled_change } = copy.store.subscriptions.require(id);
  if (scheduled_change === null) return;
  wait(Date.parse(scheduled_change.effective_at) - copy.clock.now(), copy);
  copy.apply(fallDue(copy.store.subscriptions.require(id), copy));
}
