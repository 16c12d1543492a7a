import { taxOfGrandTotal } from '../../billing/settlement.ts';
import type { Business } from '../../resources/businesses/kind.ts';
import type { Subscription } from '../../resources/subscriptions/kind.ts';
import type { Transaction } from '../../resources/transactions/kind.ts';

type Price = Subscription['items'][number]['price'];
type Details = Transaction['details'];
type BillingDetails = Transaction['billing_details'];

/** Adds to entities of the first version's tables the fields that Paddle has added to their kinds since. */
export const upgrades = {
  // Stored JSON, typed as if it had the new fields already; stored fields override the defaults.
  businesses: (text: string) => JSON.stringify(upgradeBusiness(JSON.parse(text) as Business)),
  subscriptions: (text: string) => JSON.stringify(upgradeSubscription(JSON.parse(text) as Subscription)),
  transactions: (text: string) => JSON.stringify(upgradeTransaction(JSON.parse(text) as Transaction)),
};

/** A contact's name used to be `null` if none was sent. */
function upgradeBusiness({ contacts, ...business }: Business): object {
  return { ...business, contacts: contacts.map(({ name, ...contact }) => ({ ...contact, name: name ?? '' })) };
}

function upgradeSubscription(subscription: Subscription): object {
  const { discount, billing_details, management_urls, items } = subscription;
  const view_subscription = management_urls.cancel.replace(/cancel$/, 'view-subscription');
  return {
    ...filled({ consent_requirements: [] }, subscription),
    discount: discount && filled({ type: 'recurring' }, discount),
    billing_details: upgradeBillingDetails(billing_details),
    management_urls: filled({ view_subscription }, management_urls),
    items: items.map((item) => ({ ...item, price: upgradePrice(item.price) })),
  };
}

function upgradeTransaction(transaction: Transaction): object {
  const { billing_details, items, details, payments } = transaction;
  const paidOtherwise = { underlying_details: null, south_korea_local_card: null, paypal: null };
  return {
    ...transaction,
    billing_details: upgradeBillingDetails(billing_details),
    items: items.map((item) => ({ ...item, price: upgradePrice(item.price) })),
    details: upgradeDetails(details),
    payments: payments.map((payment) => ({
      ...payment,
      method_details: filled(paidOtherwise, payment.method_details),
    })),
  };
}

/** The fee used to be 5 % of the amount paid, without adjustments. */
function upgradeDetails(details: Details): object {
  const { totals, adjusted_totals: adjusted, payout_totals: payout, adjusted_payout_totals: adjustedPayout } = details;
  const grand_total_tax = taxOfGrandTotal(totals);
  const fee_rate = payout?.fee === '0' ? '0' : '0.05';
  const [retained_fee, exchange_rate] = ['0', '1'];
  const settled = { fee: adjusted.fee ?? '0', earnings: adjusted.earnings ?? '0' };
  return {
    ...details,
    totals: filled({ grand_total_tax }, totals),
    adjusted_totals: { ...filled({ grand_total_tax, retained_fee }, adjusted), ...settled },
    payout_totals: payout && filled({ grand_total_tax, exchange_rate, fee_rate }, payout),
    adjusted_payout_totals: adjustedPayout && filled({ retained_fee, exchange_rate }, adjustedPayout),
  };
}

function upgradeBillingDetails(billingDetails: BillingDetails): object | null {
  const rest = { enable_checkout: false, purchase_order_number: '', additional_information: null };
  return billingDetails && filled(rest, billingDetails);
}

function upgradePrice({ trial_period, ...price }: Price): object {
  const free = { requires_payment_method: true, unit_price: null, unit_price_overrides: [] };
  return { ...price, trial_period: trial_period && filled(free, trial_period) };
}

/** Adds missing fields. */
function filled(absent: object, present: object): object {
  return { ...absent, ...present };
}
