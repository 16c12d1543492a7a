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
/** Page sizes of all lists of an account and of a customer, as the document of a profile has them. */
function pageSizes(profile: keyof typeof targets): Record<string, unknown> {
  const { operations } = targets[profile].contract;
  const sizes = operations.flatMap(({ path, parameters }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const size = parameters.find((parameter) => parameter.name === 'per_page');
    if (!size || path.replace('{customer_id}', '').includes('{')) return [];
    return [
      [`${name}.per_page.default`, size.schema.default],
      [`${name}.per_page.maximum`, size['x-page-size-maximum']],
    ];
  });
  return Object.fromEntries(sizes);
}

const guide = {
  ...onBoth,
  ...pageSizes('guide'),
  'transactions.per_page.default': 50,
  'transactions.per_page.maximum': 200,
  'customer.custom_data.keys': 50,
  'requests-in-a-window': 100,
};
const official = {
  ...onBoth,
  ...pageSizes('official'),
  'transactions.per_page.default': 30,
  'transactions.per_page.maximum': 30,
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
