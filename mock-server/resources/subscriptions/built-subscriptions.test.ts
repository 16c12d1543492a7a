import { expect, test } from 'vitest';
import { buildDiscount, buildSubscription, buildTransaction } from '#fixtures/index.ts';
import { profile } from '../../spec/behaviours.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import { begin } from './begin.ts';
import type { Subscription } from './kind.ts';
import { becomePastDue, cancel, pause, renew } from './transitions.ts';

const behaviours = profile('guide');

/** The last moves of a subscription with each status. */
const moves: Record<
  Subscription['status'],
  readonly ((subscription: Subscription, moment: Moment) => ChangeOf<'subscriptions'>)[]
> = { active: [], trialing: [], past_due: [becomePastDue], paused: [pause], canceled: [cancel] };

test.each(['active', 'trialing', 'past_due', 'paused', 'canceled'] as const)(
  'a built subscription that is %s is what the moves of the mock make of its purchase',
  (status) => {
    for (let seed = 0; seed < 60; seed += 1) {
      const built = buildSubscription({ seed, status });
      let made = begunLike(built, seed);
      while (made.items[0]?.previously_billed_at !== built.items[0]?.previously_billed_at)
        [{ entity: made }] = renew(made, Date.parse(built.created_at), at(made.next_billed_at)).puts;
      for (const move of moves[status]) [{ entity: made }] = move(made, at(built.updated_at)).puts;
      expect(built, `seed ${seed}`).toEqual(made);
    }
  },
);

function at(now: string | null): Moment {
  return { now: `${now}`, behaviours };
}

/** Begins the subscription of a purchase of the same things. */
function begunLike({ id, created_at, items, ...built }: Subscription, seed: number): Subscription {
  const { business_id, custom_data, collection_mode, billing_details } = built;
  const sold = items.map(({ price, quantity }) => ({ price, quantity, proration: null }));
  const same = { business_id, custom_data, collection_mode, billing_details, items: sold, billing_period: null };
  const bought = { ...buildTransaction({ seed, status: 'paid' }), ...same };
  const discount = built.discount ? buildDiscount({ seed }) : undefined;
  const begun = begin(bought, { id, now: created_at, behaviours, discount });
  if (!begun) throw new Error(`Nothing of seed ${seed} recurs.`);
  return begun.subscription;
}
