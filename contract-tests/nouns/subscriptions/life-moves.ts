import fc, { type Arbitrary } from 'fast-check';
import type { OperationId } from '../../contract/operations.ts';
import { expect } from '../../law/expect.ts';
import { dataIn, refused } from '../../lifecycles/expectations.ts';
import type { Move, Plan } from '../../lifecycles/move.ts';
import type { Answer } from '../../targets/account.ts';
import type { Target } from '../../targets/target.ts';
import { canceled, charged, costOf, day, isTooSmall, type Life, passed, paused, restarted } from './life-model.ts';

/** The modelled subscription, and what its requests name. */
export type State = { readonly life: Life; readonly path: { subscription_id: string }; readonly price_id: string };

const modes = [
  'prorated_immediately',
  'full_immediately',
  'prorated_next_billing_period',
  'full_next_billing_period',
  'do_not_bill',
] as const;

/** Longest time after a failed payment in which nothing is known to happen: less than the first attempt to collect it again. */
const quiet = day;

const written = (time: number | null) => (time === null ? null : new Date(time).toISOString().replace('.000Z', 'Z'));

/** Moves on a subscription, legal or not. */
export function movesOf({ can }: Target): Arbitrary<Move<State>>[] {
  const { clock, pay } = can;

  const cancel = fc.boolean().map((isNow): Move<State> => {
    const body = isNow ? { effective_from: 'immediately' } : {};
    return move(`cancel(${isNow ? 'now' : ''})`, 'cancelSubscription', body, (life) => {
      if (life.status === 'canceled') return 'subscription_update_when_canceled';
      if (isNow || life.status === 'paused') return canceled(life);
      if (life.scheduled) return 'subscription_locked_pending_changes';
      const at = life.next ?? life.period?.ends ?? life.now;
      return { ...life, next: null, scheduled: { action: 'cancel', at, resumeAt: null } };
    });
  });

  const pause = fc.tuple(fc.boolean(), fc.boolean()).map(
    ([isNow, resumes]): Move<State> => ({
      text: `pause(${isNow ? 'now' : ''}${resumes ? ', with a date' : ''})`,
      plan({ life, path }) {
        // It is not known whether a pause at once is refused while a change is scheduled.
        if (isNow && life.scheduled) return null;
        const resumeAt = resumes ? (life.period?.ends ?? life.now) + 10 * day : null;
        const body = {
          ...(isNow && { effective_from: 'immediately' }),
          ...(resumes && { resume_at: written(resumeAt) }),
        };
        return planned(path, 'pauseSubscription', body, (state) => {
          if (state.status === 'canceled') return 'subscription_is_canceled_action_invalid';
          if (state.status === 'paused') return 'subscription_cannot_be_paused';
          if (isNow) return paused(state, resumeAt);
          if (state.scheduled) return 'subscription_locked_pending_changes';
          const at = state.next ?? state.period?.ends ?? state.now;
          return { ...state, next: resumeAt, scheduled: { action: 'pause', at, resumeAt } };
        });
      },
    }),
  );

  const resume = fc.boolean().map(
    (isNow): Move<State> => ({
      text: `resume(${isNow ? 'now' : 'at a time'})`,
      plan({ life, path }) {
        const at = Math.max(life.now, life.period?.ends ?? 0) + 5 * day;
        return planned(path, 'resumeSubscription', { effective_from: isNow ? 'immediately' : written(at) }, (state) => {
          if (state.status === 'canceled') return 'subscription_is_canceled_action_invalid';
          const { scheduled } = state;
          if (!isNow && state.status !== 'paused' && scheduled?.action === 'pause')
            return { ...state, next: at, scheduled: { ...scheduled, resumeAt: at } };
          if (state.status !== 'paused') return 'subscription_must_be_paused';
          return isNow ? restarted(state) : { ...state, next: at, scheduled: { action: 'resume', at, resumeAt: null } };
        });
      },
    }),
  );

  const activate = fc.constant(
    move('activate()', 'activateSubscription', undefined, (life) =>
      life.status === 'trialing' && life.scheduled === null
        ? restarted(life)
        : life.status === 'trialing'
          ? null
          : 'subscription_cannot_activate',
    ),
  );

  const takeBack = fc.constant(
    move('takeBack()', 'updateSubscription', { scheduled_change: null }, (life) => {
      if (life.status === 'canceled') return 'subscription_update_when_canceled';
      if (life.scheduled === null) return life;
      return { ...life, scheduled: null, next: life.status === 'paused' ? null : (life.period?.ends ?? null) };
    }),
  );

  const change = fc.record({ step: fc.integer({ min: 1, max: 5 }), mode: fc.constantFrom(...modes) }).map(
    ({ step, mode }): Move<State> => ({
      text: `change(${step}, ${mode})`,
      plan({ life, path, price_id }) {
        const quantity = 1 + ((life.quantity - 1 + step) % 6);
        const body = { items: [{ price_id, quantity }], proration_billing_mode: mode };
        return planned(path, 'updateSubscription', body, (state) => requantified(state, quantity, mode));
      },
    }),
  );

  const advance = fc
    .oneof(
      fc.integer({ min: 1, max: 40 }).map((days) => days * 24),
      fc.integer({ min: 1, max: 30 }),
    )
    .map(
      (hours): Move<State> => ({
        text: `advance(${hours} hours)`,
        plan({ life, path }) {
          const until = life.now + (hours * day) / 24;
          if (!clock || !isQuiet(life, until)) return null;
          return {
            send: async (account) => {
              await clock.advance(account, { hours });
              return account.send('getSubscription', { path });
            },
            next: (state, answer) => seen({ ...state, life: passed(state.life, until) }, answer),
          };
        },
      }),
    );

  const changeCard = fc.boolean().map(
    (fails): Move<State> => ({
      text: `changeCard(${fails ? 'one that fails later' : 'one that pays'})`,
      plan({ path }) {
        if (!pay) return null;
        const card = fails ? '4000 0027 6000 3184' : '4242 4242 4242 4242';
        return {
          send: async (account) => {
            const answer = await account.send('getSubscriptionUpdatePaymentMethodTransaction', { path });
            const { id } = Object(dataIn(answer.body));
            if (answer.status !== 200) return answer;
            await pay(account, String(id), { card });
            return account.send('getSubscription', { path });
          },
          next(state, answer) {
            const { life } = state;
            if (life.status === 'canceled')
              return refused(state, answer, illegal('subscription_is_canceled_action_invalid'));
            const isRecovered = life.status === 'past_due';
            const bills = life.bills.map((bill) =>
              isRecovered && bill.status === 'past_due' ? { ...bill, status: 'completed' as const } : bill,
            );
            return seen(
              { ...state, life: { ...life, fails, bills, status: isRecovered ? 'active' : life.status } },
              answer,
            );
          },
        };
      },
    }),
  );

  return [cancel, pause, resume, activate, takeBack, change, change, advance, advance, changeCard];
}

/** Returns the life after a change of the quantity, or the code of its refusal. */
function requantified(life: Life, quantity: number, mode: (typeof modes)[number]): Life | string {
  const { status, scheduled } = life;
  if (status === 'canceled') return 'subscription_update_when_canceled';
  if (status === 'past_due') return 'subscription_update_when_past_due';
  if (status === 'paused' && mode !== 'do_not_bill') return 'subscription_incorrect_proration_on_paused_subscription';
  const isLater = mode.endsWith('next_billing_period');
  if (scheduled && isLater) return 'subscription_invalid_billing_mode_for_scheduled_change';
  if (status === 'trialing' && mode !== 'do_not_bill') return 'subscription_trialing_items_update_invalid_options';
  const after = { ...life, quantity };
  const cost = mode === 'do_not_bill' ? 0 : costOf(life, quantity, mode.startsWith('prorated'));
  if (isTooSmall(cost)) return 'subscription_update_transaction_balance_less_than_charge_limit';
  if (cost === 0) return after;
  if (isLater) return { ...after, deferred: [...life.deferred, cost] };
  const paid = charged(after, cost);
  return paid.bills.at(-1)?.status === 'completed' ? paid : 'subscription_payment_declined';
}

/** Nothing is claimed of a subscription that stays past due, beyond the first day. */
function isQuiet(life: Life, until: number): boolean {
  const after = passed(life, until);
  if (after.status !== 'past_due') return true;
  return after.now - (after.period?.starts ?? 0) < quiet;
}

/** @param next returns the life afterwards, the code of the refusal, or null where nothing is claimed */
function move(
  text: string,
  operation: OperationId,
  body: object | undefined,
  next: (life: Life) => Life | string | null,
): Move<State> {
  return {
    text,
    plan: ({ life, path }) => {
      const result = next(life);
      return result === null ? null : planned(path, operation, body, () => result);
    },
  };
}

function planned(
  path: State['path'],
  operation: OperationId,
  body: object | undefined,
  next: (life: Life) => Life | string,
): Plan<State> {
  return {
    send: (account) => account.send(operation, { path, ...(body && { body }) }),
    next(state, answer) {
      const life = next(state.life);
      if (typeof life === 'string') return refused(state, answer, illegal(life));
      return seen({ ...state, life }, answer);
    },
  };
}

const illegal = (code: string) => ({ status: 400, code });

/** Expects a subscription as the model has it. */
function seen(state: State, { status, body }: Answer): State {
  const { life } = state;
  const { period, scheduled } = life;
  expect({ status, data: dataIn(body) }).toMatchObject({
    status: 200,
    data: {
      status: life.status,
      items: [{ quantity: life.quantity, next_billed_at: written(life.next) }],
      current_billing_period: period && { starts_at: written(period.starts), ends_at: written(period.ends) },
      next_billed_at: written(life.next),
      scheduled_change: scheduled && {
        ...{ action: scheduled.action, effective_at: written(scheduled.at), resume_at: written(scheduled.resumeAt) },
      },
      paused_at: written(life.pausedAt),
      canceled_at: written(life.canceledAt),
    },
  });
  return state;
}
