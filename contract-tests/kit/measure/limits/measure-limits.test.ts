import { afterAll, expect, test } from 'vitest';
import { startTarget } from '../../../targets/start-target.ts';
import { createContext } from '../experiment-context.ts';
import { measureLimits } from './measure-limits.ts';

const targets = {
  guide: await startTarget('mock:guide', { seed: 1, unchecked: true }),
  official: await startTarget('mock:official', { seed: 1, unchecked: true }),
};
afterAll(() => Promise.all([targets.guide.close(), targets.official.close()]));

const onBoth = { 'customer.name.length': 1024, 'customer.email.length': 320 };
const lists = ['customers', 'addresses', 'businesses', 'subscriptions', 'events', 'notifications'];

/** Page sizes of all lists: 50 and 200, except for those given. */
function pageSizes(others: Readonly<Record<string, readonly [number, number]>>): Record<string, number> {
  const usual = Object.fromEntries(lists.map((list) => [list, [50, 200] as const]));
  const sizes = Object.entries({ ...usual, ...others }).flatMap(([list, [size, maximum]]): [string, number][] => [
    [`${list}.per_page.default`, size],
    [`${list}.per_page.maximum`, maximum],
  ]);
  return Object.fromEntries(sizes);
}

const guide = {
  ...onBoth,
  ...pageSizes({ transactions: [50, 200], 'notification-settings': [50, 200] }),
  'customer.custom_data.keys': 50,
  'requests-in-a-window': 100,
};
const official = {
  ...onBoth,
  ...pageSizes({ transactions: [30, 30], 'notification-settings': [200, 200] }),
  'customer.custom_data.keys': 'at least 1000',
  'requests-in-a-window': 240,
};

test.each([
  ['guide', guide],
  ['official', official],
] as const)('the limits of the %s profile are found', async (profile, expected) => {
  const { newAccount, can, freshEmail } = targets[profile];
  const measured = await measureLimits(createContext({ account: newAccount(), can, freshEmail }));
  const found = measured.map(({ limit, value }): [string, unknown] => [
    limit,
    value?.bound === 'at least' ? `at least ${value.value}` : value?.value,
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
});
