import type { components } from '#openapi/generated/official.ts';
import type { Account } from '../../account/account.ts';
import type { Change } from '../../state/change.ts';
import type { HistoryEntry } from '../../state/entries/subscription-history.ts';
import type { Customer } from '../customers/kind.ts';

type Schemas = components['schemas'];

/** Details by action. */
type Details = {
  subscription_activated: Schemas['history-activated'];
  subscription_address_updated: Schemas['history-address'];
  subscription_billing_cycle_updated: Schemas['history-billing-cycle'];
  subscription_billing_date_updated: Schemas['history-billing-date'];
  subscription_billing_details_updated: Schemas['history-billing-details'];
  subscription_business_added: Schemas['history-business'];
  subscription_business_removed: Schemas['history-business'];
  subscription_business_updated: Schemas['history-business'];
  subscription_canceled: Schemas['history-canceled'];
  subscription_collection_mode_updated: Schemas['history-collection-mode'];
  subscription_consent_requirement_granted: Schemas['history-consent-requirement'];
  subscription_created: Omit<Schemas['history-created'], 'customer'> & { customer: Customer | null };
  subscription_currency_updated: Schemas['history-currency'];
  subscription_custom_data_updated: Schemas['history-custom-data'];
  subscription_customer_updated: { customer: Customer };
  subscription_discount_added: Schemas['history-discount-changed'];
  subscription_discount_expired: Schemas['history-discount-changed'];
  subscription_discount_removed: Schemas['history-discount-changed'];
  subscription_item_added: Schemas['history-item-changed'];
  subscription_item_quantity_updated: Schemas['history-item-changed'];
  subscription_item_removed: Schemas['history-item-changed'];
  subscription_one_off_charge_applied: Schemas['history-one-off-charge'];
  subscription_past_due: Schemas['history-past-due'];
  subscription_paused: Schemas['history-paused'];
  subscription_payment_attempted: Schemas['history-payment-attempted'];
  subscription_payment_method_added: Schemas['history-nothing'];
  subscription_payment_method_removed: Schemas['history-nothing'];
  subscription_payment_method_updated: Schemas['history-nothing'];
  subscription_renewed: Schemas['history-renewed'];
  subscription_resumed: Schemas['history-resumed'];
  subscription_scheduled_change_added: Schemas['history-scheduled-change-changed'];
  subscription_scheduled_change_removed: Schemas['history-scheduled-change-changed'];
  subscription_scheduled_change_updated: Schemas['history-scheduled-change-changed'];
};

/** Something that happened to a subscription. */
export type Happening = {
  [Action in HistoryEntry['action']]: {
    action: Action;
    detail: Details[Action];
    reason?: HistoryEntry['reason'] | undefined;
  };
}[HistoryEntry['action']];

/** Adds what happened at once to a subscription's history. @evidence official: entries of one change share a group */
export function recorded(subscriptionId: string, happenings: readonly Happening[], account: Account): Change {
  if (happenings.length === 0) return {};
  const { ids, cause } = account;
  const { now } = account.moment();
  const group_id = ids.next('subhisgrp');
  const entries = happenings.map(({ action, detail, reason = null }) => ({
    entry: 'history' as const,
    id: ids.next('subhis'),
    group_id,
    subscription_id: subscriptionId,
    occurred_at: now,
    ...cause,
    reason,
    action,
    detail,
  }));
  return { entries };
}
