import { expect, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';

/** Answers of the API as in 2023 and 2026, when they had fewer fields. */
const product = {
  id: 'pro_01h7dsxd2sg6aky4e70p96rb1y',
  name: 'ChatApp Enterprise (old)',
  tax_category: 'standard',
  description: null,
  image_url: null,
  custom_data: null,
  status: 'active',
  created_at: '2023-08-09T18:45:58.489Z',
};
const price = {
  id: 'pri_01h7dt8qgnh9jya9gcqsxd0r7p',
  product_id: product.id,
  description: 'Annual (per seat)',
  billing_cycle: null,
  trial_period: null,
  tax_mode: 'account_setting',
  unit_price: { amount: '1000', currency_code: 'GBP' },
  unit_price_overrides: [],
  custom_data: null,
  status: 'active',
  quantity: { minimum: 1, maximum: 100 },
};
const discount = {
  id: 'dsc_01h7dv1243xervzbkfxkg56cnn',
  status: 'active',
  description: '$10 off',
  enabled_for_checkout: false,
  code: null,
  type: 'flat',
  amount: '1000',
  currency_code: 'USD',
  recur: false,
  maximum_recurring_intervals: null,
  usage_limit: null,
  restrict_to: null,
  expires_at: null,
  times_used: 0,
  created_at: '2023-08-09T19:05:26.915Z',
  updated_at: '2023-08-09T19:05:26.915Z',
};
const group = {
  id: 'dsg_01ke4z5m4b304rwpc5m7dqyv9z',
  status: 'active',
  name: 'Black Friday Promotion',
  import_meta: null,
  created_at: '2026-01-04T16:59:10.347Z',
  updated_at: '2026-01-04T16:59:10.347Z',
};

test.each(['guide', 'official'] as const)('under the profile %s, a recorded catalogue is imported', async (profile) => {
  await using paddock = await startPaddock({ profile });
  const recorded = [{ data: { ...price, product } }, { data: [discount] }, { data: group }];
  const { accepted, refused } = await paddock.import({ recorded });
  expect(refused).toEqual([]);
  expect(accepted).toMatchObject({ products: 1, prices: 1, discounts: 1, discount_groups: 1 });
  const { custom_data: _, ...terms } = price;
  const made = '2023-08-09T18:52:09.621Z';
  expect((await call(paddock, 'GET', `/prices/${price.id}?include=product`)).data).toMatchObject({
    ...terms,
    name: null,
    type: 'standard',
    // The time in the ID, since the answer had none.
    created_at: made,
    updated_at: made,
    product: { id: product.id, type: 'standard', updated_at: product.created_at },
  });
  expect((await call(paddock, 'GET', `/discounts/${discount.id}`)).data).toMatchObject({
    ...discount,
    mode: 'standard',
    discount_group_id: null,
    import_meta: null,
  });
  expect((await call(paddock, 'GET', `/discount-groups/${group.id}`)).data).toEqual(group);
});

test('a discount of a group that was not recorded gets a placeholder, which the group replaces', async () => {
  await using paddock = await startPaddock();
  await paddock.import({ recorded: { ...discount, discount_group_id: group.id } });
  const path = `/discount-groups/${group.id}`;
  expect((await call(paddock, 'GET', path)).data).not.toEqual(group);
  expect((await paddock.import({ recorded: group })).refused).toEqual([]);
  expect((await call(paddock, 'GET', path)).data).toEqual(group);
});
