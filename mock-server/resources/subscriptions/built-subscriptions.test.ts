import { expect, test } from 'vitest';
import { buildDiscount, buildSubscription, buildTransaction } from '#fixtures/index.ts';
import { buildLargeSeed } from '#fixtures/seeds/large-seed.ts';
import { profile } from '../../spec/behaviours.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import { begin } from './begin.ts';
import type { Subscription } from './kind.ts';
import { becomePastDue, cancel, pause, renew } from './transitions.ts';

/** The last moves of a subscription with each status. */
const moves: Record<
  Subscription['status'],
  readonly ((subscription: Subscription, moment: Moment) => ChangeOf<'subscriptions'>)[]
> = { active: [], trialing: [], past_due: [becomePastDue], paused: [pause], canceled: [cancel] };

const statuses = ['active', 'trialing', 'past_due', 'paused', 'canceled'] as const;
const cases = statuses.flatMap((status) => (['guide', 'official'] as const).map((name) => [status, name] as const));

test.each(cases)(
  'a built subscription that is %s, of the profile %s, is what the moves of the mock make of its purchase',
  (status, name) => {
    for (let seed = 0; seed < 40; seed += 1) {
      const built =
        name === 'guide' ? buildSubscription({ seed, status }) : buildSubscription({ seed, status, profile: name });
      expect(built, `seed ${seed}`).toEqual(madeLike(built, profile(name), seed));
    }
  },
);

test('the subscriptions of a large seed are what the moves of the mock make of their purchases', () => {
  const all = [...buildLargeSeed({ customers: 2_000 })].flatMap(({ subscriptions }) => subscriptions);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['active', 'past_due', 'paused', 'canceled']));
  for (const subscription of all) expect(subscription).toEqual(madeLike(subscription, profile('guide'), 1));
});

/** Makes the subscription by the moves of the mock. */
function madeLike(built: Subscription, behaviours: Moment['behaviours'], seed: number): Subscription {
  const at = (now: string | null) => ({ now: `${now}`, behaviours });
  let made = begunLike(built, at(built.created_at), seed);
  while (made.items[0]?.previously_billed_at !== built.items[0]?.previously_billed_at)
    [{ entity: made }] = renew(made, Date.parse(built.created_at), at(made.next_billed_at)).puts;
  for (const move of moves[built.status]) [{ entity: made }] = move(made, at(built.updated_at)).puts;
  return made;
}

/** Begins the subscription of a purchase of the same things. */
function begunLike({ id, items, ...built }: Subscription, moment: Moment, seed: number): Subscription {
  const { customer_id, address_id, business_id, custom_data, collection_mode, billing_details } = built;
  const sold = items.map(({ price, quantity }) => ({ price, quantity, proration: null }));
  const parties = { customer_id, address_id, business_id };
  const same = { ...parties, custom_data, collection_mode, billing_details, items: sold, billing_period: null };
  const drawn = buildTransaction({ seed, status: 'paid' });
  // The lines have the products.
  const line_items = drawn.details.line_items.map((line, index) => ({
    ...line,
    product: items[index]?.product ?? line.product,
  }));
  const bought = { ...drawn, ...same, details: { ...drawn.details, line_items } };
  const discount = built.discount ? buildDiscount({ seed }) : undefined;
  const begun = begin(bought, { ...moment, id, discount });
  if (!begun) throw new Error(`Nothing of seed ${seed} recurs.`);
  return begun.subscription;
}
