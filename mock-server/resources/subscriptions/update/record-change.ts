import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../../../account/account.ts';
import type { Change } from '../../../state/change.ts';
import { reasonOf } from '../end.ts';
import { attempted, discountOf } from '../happenings.ts';
import { type Happening, recorded } from '../history.ts';
import type { Subscription } from '../kind.ts';
import type { Plan } from './plan.ts';

type Made = {
  onFailure: 'prevent_change' | 'apply_change' | undefined;
  /** Transaction that billed the change at once. */
  transactionId?: string;
};

/** Records a change of a subscription, by a request: an entry for each thing that changes, and for its payment. */
export function recordedChange(before: Subscription, plan: Plan, made: Made, account: Account): Change {
  const reason = reasonOf(account);
  const happenings = [
    ...attemptOf(plan, made.transactionId),
    ...chargeOf(plan, made),
    ...fieldChanges(before, plan.after, account),
    ...dateChanges(before, plan, made),
    ...itemChanges(before, plan, made),
  ];
  return recorded(
    before.id,
    happenings.map((each) => ({ reason, ...each })),
    account,
  );
}

/** Records an attempt to pay for a change that was prevented. */
export function recordedAttempt(before: Subscription, plan: Plan, transactionId: string, account: Account): Change {
  return recorded(before.id, attemptOf(plan, transactionId), account);
}

function attemptOf({ charge }: Plan, transactionId: string | undefined): Happening[] {
  if (transactionId === undefined) return [];
  return [attempted(charge ? 'subscription_one_off_charge' : 'subscription_update', transactionId)];
}

function chargeOf({ charge }: Plan, { onFailure = 'prevent_change', transactionId = null }: NullableMade): Happening[] {
  if (!charge) return [];
  const items = charge.items.map(({ price, quantity }) => ({ price, quantity }));
  const { effective_from } = charge;
  const detail = { effective_from, items, on_payment_failure: onFailure, transaction_id: transactionId };
  return [{ action: 'subscription_one_off_charge_applied', detail }];
}

type NullableMade = { onFailure?: Made['onFailure']; transactionId?: string | null };

/** Compares the fields that are changed alone. */
function fieldChanges(before: Subscription, after: Subscription, { store }: Account): Happening[] {
  const happenings: Happening[] = [];
  const changes = (name: keyof Subscription) => !isDeepStrictEqual(before[name], after[name]);
  const { collection_mode, billing_details, currency_code, custom_data } = after;
  if (changes('customer_id')) {
    const customer = store.customers.require(after.customer_id);
    happenings.push({ action: 'subscription_customer_updated', detail: { customer } });
  }
  if (changes('address_id')) {
    const address = store.addresses.require(after.address_id);
    happenings.push({ action: 'subscription_address_updated', detail: { address } });
  }
  const business = store.businesses.find(after.business_id ?? before.business_id ?? '');
  if (changes('business_id') && business) {
    const kept = after.business_id === null ? 'removed' : before.business_id === null ? 'added' : 'updated';
    happenings.push({ action: `subscription_business_${kept}`, detail: { business } });
  }
  if (changes('collection_mode'))
    happenings.push({ action: 'subscription_collection_mode_updated', detail: { collection_mode } });
  if (changes('billing_details') && billing_details)
    happenings.push({ action: 'subscription_billing_details_updated', detail: { billing_details } });
  if (changes('currency_code')) happenings.push({ action: 'subscription_currency_updated', detail: { currency_code } });
  if (changes('custom_data')) happenings.push({ action: 'subscription_custom_data_updated', detail: { custom_data } });
  if (changes('discount')) {
    const [removed, added] = [discountOf(before, store), discountOf(after, store)];
    if (removed) happenings.push({ action: 'subscription_discount_removed', detail: { discount: removed } });
    if (added) happenings.push({ action: 'subscription_discount_added', detail: { discount: added } });
  }
  const { scheduled_change } = before;
  if (scheduled_change && after.scheduled_change === null)
    happenings.push({ action: 'subscription_scheduled_change_removed', detail: { scheduled_change } });
  return happenings;
}

function dateChanges(before: Subscription, { after, mode = 'do_not_bill' }: Plan, made: NullableMade): Happening[] {
  const { billing_cycle, next_billed_at, current_billing_period } = after;
  if (current_billing_period === null) return [];
  if (!isDeepStrictEqual({ ...before.billing_cycle }, { ...billing_cycle })) {
    const detail = { billing_cycle, current_billing_period, next_billed_at };
    return [{ action: 'subscription_billing_cycle_updated', detail }];
  }
  if (before.next_billed_at === next_billed_at || before.scheduled_change !== after.scheduled_change) return [];
  const transaction_id = made.transactionId ?? null;
  const detail = { next_billed_at, current_billing_period, transaction_id, proration_billing_mode: mode };
  return [{ action: 'subscription_billing_date_updated', detail }];
}

function itemChanges(before: Subscription, { after, mode = 'do_not_bill' }: Plan, made: NullableMade): Happening[] {
  const { onFailure = 'prevent_change', transactionId = null } = made;
  const billed = { proration_billing_mode: mode, on_payment_failure: onFailure, transaction_id: transactionId };
  const quantityIn = ({ items }: Subscription, id: string) => items.find(({ price }) => price.id === id)?.quantity ?? 0;
  const gone = before.items.filter(({ price }) => quantityIn(after, price.id) === 0);
  return [...after.items, ...gone].flatMap(({ price }): Happening[] => {
    const [earlier, quantity] = [quantityIn(before, price.id), quantityIn(after, price.id)];
    if (earlier === quantity) return [];
    const change = earlier === 0 ? 'added' : quantity === 0 ? 'removed' : 'quantity_updated';
    const update_summary = { quantity_delta: quantity - earlier };
    return [{ action: `subscription_item_${change}`, detail: { price, quantity, update_summary, ...billed } }];
  });
}
