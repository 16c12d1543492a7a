import { expect, test } from 'vitest';
import { buildPrice, buildProduct } from '#fixtures/index.ts';
import { profile } from '../../spec/behaviours.ts';
import { create } from './transitions.ts';

test.each([
  ['guide', buildPrice, buildProduct],
  [
    'official',
    ({ seed }: { seed: number }) => buildPrice({ seed, profile: 'official' }),
    ({ seed }: { seed: number }) => buildProduct({ seed, profile: 'official' }),
  ],
] as const)('a built price of the profile %s is what the mock makes of its terms', (name, price, product) => {
  for (let seed = 0; seed < 60; seed += 1) {
    const built = price({ seed });
    const { id, product_id, description, billing_cycle, tax_mode, unit_price, custom_data } = built;
    const terms = { product_id, description, name: built.name, billing_cycle, tax_mode, unit_price };
    const creation = { id, now: built.created_at, behaviours: profile(name) };
    const made = create({ ...product({ seed }), id: product_id }, { ...terms, custom_data }, creation).puts[0].entity;
    expect(built).toEqual(made);
  }
});
