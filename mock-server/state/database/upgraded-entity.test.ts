import { expect, test } from 'vitest';
import { buildSubscription, buildTransaction } from '#fixtures/index.ts';
import { upgrades } from './upgraded-entity.ts';

function upgrade(kind: keyof typeof upgrades, entity: object) {
  return JSON.parse(upgrades[kind](JSON.stringify(entity)));
}

test('entities that have the fields already stay as they are', () => {
  const subscription = buildSubscription({ seed: 3, status: 'trialing' });
  expect(upgrade('subscriptions', subscription)).toEqual(subscription);
  for (const status of ['billed', 'completed'] as const) {
    const transaction = buildTransaction({ seed: 3, status });
    expect(upgrade('transactions', transaction)).toEqual(transaction);
  }
});

test('a transaction gets the new sums, by the rules that they have', () => {
  const { details, ...transaction } = buildTransaction({ seed: 1, status: 'completed' });
  const sums = { subtotal: '100', tax: '20', total: '120', grand_total: '30', currency_code: 'USD' };
  const { details: after } = upgrade('transactions', {
    ...transaction,
    details: {
      ...details,
      totals: { ...sums, fee: '56', earnings: '44' },
      adjusted_totals: { ...sums, fee: null, earnings: null },
      payout_totals: { ...sums, fee: '56', earnings: '44' },
      adjusted_payout_totals: { subtotal: '100' },
    },
  });
  expect(after.totals).toMatchObject({ grand_total_tax: '5', fee: '56' });
  expect(after.adjusted_totals).toMatchObject({ grand_total_tax: '5', retained_fee: '0', fee: '0', earnings: '0' });
  expect(after.payout_totals).toMatchObject({ grand_total_tax: '5', exchange_rate: '1', fee_rate: '0.05' });
  expect(after.adjusted_payout_totals).toMatchObject({ retained_fee: '0', exchange_rate: '1' });
});

test('a contact without a name has an empty one, and a subscription a link to see it', () => {
  const contacts = [{ name: null, email: 'sam@example.com' }];
  expect(upgrade('businesses', { contacts })).toEqual({ contacts: [{ name: '', email: 'sam@example.com' }] });
  const management_urls = { update_payment_method: null, cancel: 'https://example.com/sub_1/cancel' };
  const discount = { id: 'dsc_1', starts_at: null, ends_at: null };
  const before = { discount, billing_details: null, management_urls, items: [] };
  expect(upgrade('subscriptions', before)).toMatchObject({
    consent_requirements: [],
    discount: { type: 'recurring', ...discount },
    management_urls: { view_subscription: 'https://example.com/sub_1/view-subscription' },
  });
});
