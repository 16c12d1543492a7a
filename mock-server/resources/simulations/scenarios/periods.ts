import type { Account } from '../../../account/account.ts';
import { paddleError } from '../../../errors/errors.ts';
import { withCredit } from '../../credit-balances/credit-of.ts';
import { collect } from '../../subscriptions/collect.ts';
import { endNow, pauseNow } from '../../subscriptions/end.ts';
import { fallDue } from '../../subscriptions/fall-due.ts';
import { followPayment } from '../../subscriptions/follow-payment.ts';
import type { Subscription } from '../../subscriptions/kind.ts';
import { requestResume } from '../../subscriptions/requests.ts';
import { takePayment } from '../../transactions/take-payment.ts';
import { goodCard, letPay } from './cards.ts';
import { subscriptionOf } from './made.ts';
import type { ScenarioSteps, Scene } from './scenario.ts';

type Options = NonNullable<NonNullable<Scene['config']['subscription_renewal']>['options']>;

const dayMs = 24 * 3_600_000;

/** Days after a failed payment. @evidence assumed for the recovery; official: attempts end after 30 days */
const recoveryDays = 1;
const dunningDays = 30;

/** A renewal at the end of the period. */
export const renewSubscription: ScenarioSteps = ({ copy, config: { subscription_renewal }, baseUrl }) => {
  const { entities, options = {} } = subscription_renewal ?? {};
  const subscription = subscriptionOf(entities?.subscription_id, copy, baseUrl);
  moveToNextBill(subscription, copy);
  letPay(subscription, options.payment_outcome === 'success', copy);
  return () => {
    copy.apply(fallDue(subscription, copy));
    follow(subscription, options, copy);
  };
};

/** A resumption with a new period. @evidence assumed: a subscription that is not paused is paused before */
export const resumeSubscription: ScenarioSteps = ({ copy, config: { subscription_resume }, baseUrl }) => {
  const { entities, options = {} } = subscription_resume ?? {};
  const given = subscriptionOf(entities?.subscription_id, copy, baseUrl);
  if (given.status !== 'paused') copy.apply(pauseNow(given, copy));
  const subscription = copy.store.subscriptions.require(given.id);
  letPay(subscription, options.payment_outcome === 'success', copy);
  return () => {
    copy.apply(requestResume(subscription, { effective_from: 'immediately' }, copy));
    follow(subscription, options, copy);
  };
};

/** Sets the clock of the copy to the next bill, if that is later. */
export function moveToNextBill({ next_billed_at, status, id }: Subscription, copy: Account): void {
  if (next_billed_at === null)
    throw paddleError('subscription_not_active', { hint: `${id} is ${status}, and has no next bill.` });
  wait(Date.parse(next_billed_at) - copy.clock.now(), copy);
}

/** Lets what follows a failed payment happen, if it failed. */
function follow({ id }: Subscription, { payment_outcome, dunning_exhausted_action }: Options, copy: Account): void {
  if (payment_outcome === 'success') return;
  const unpaid = () => copy.store.subscriptions.require(id);
  if (payment_outcome === 'failed') {
    wait(dunningDays * dayMs, copy);
    const end = dunning_exhausted_action === 'subscription_paused' ? pauseNow : endNow;
    copy.apply(withCredit(end(unpaid(), copy), copy.store));
    return;
  }
  wait(recoveryDays * dayMs, copy);
  payDebt(unpaid(), payment_outcome === 'recovered_updated_payment_method', copy);
}

/** Pays the newest bill that is past due. */
function payDebt(subscription: Subscription, isUpdated: boolean, copy: Account): void {
  const { store } = copy;
  const [debt] = store.transactions.all({ subscription_id: [subscription.id], status: ['past_due'] });
  if (!debt) return;
  if (isUpdated) {
    copy.apply(withCredit(takePayment(copy, debt, { card: goodCard }), store));
    return;
  }
  letPay(subscription, true, copy);
  const { change } = collect(subscription, debt, copy, {
    follow: (paid) => followPayment(paid, undefined, copy),
  });
  copy.apply(withCredit(change, store));
}

/** Advances the clock of the copy. */
export function wait(milliseconds: number, { clock }: Account): void {
  clock.advance(Math.max(0, milliseconds));
}
