import { payoutOf } from '../account/settings.ts';
import type { Adjustment } from '../resources/adjustments/kind.ts';
import { type Adjusted, approve, charge, create, reverse } from '../resources/adjustments/transitions.ts';
import { type ChangeOf, changed } from '../state/change.ts';
import type { EntityBuilder } from './entity-builder.ts';
import { buildCompleted } from './transactions.ts';
import type { Trigger, Triggers } from './trigger.ts';

type Part = Trigger<'adjustments'>;

/** A refund of a new purchase. */
const buildRefund: Part['build'] = (builder) => {
  const transaction = buildCompleted(builder);
  const { ids } = builder.account;
  const creation = { ...builder.account.creation('adj'), nextItemId: () => ids.next('adjitm') };
  const input = {
    action: 'refund',
    type: 'full',
    transaction_id: transaction.id,
    reason: 'Ordered by mistake',
  } as const;
  return create(input, { transaction, earlier: [] }, creation).puts[0].entity;
};

export const adjustmentTriggers: Triggers<'adjustments'> = {
  stateFields: ['status', 'transaction_id', 'items', 'totals', 'payout_totals', 'tax_rates_used'],
  byName: {
    // With another action, such as `chargeback`, it is one of those that Paddle makes; a reversal follows what it reverses.
    created: { build: buildRefund, perform: ({ entity }, builder) => announce(entity, builder) },
    updated: {
      build: (builder) => builder.announce(announce(buildRefund(builder), builder)),
      perform: ({ entity }, builder) => approve(entity, adjustedBy(entity, builder), builder.moment),
    },
  },
};

function announce(adjustment: Adjustment, builder: EntityBuilder): ChangeOf<'adjustments'> {
  if (adjustment.action === 'refund' || adjustment.action === 'credit')
    return changed('adjustments', adjustment, ['adjustment.created']);
  const charged = chargedBefore[adjustment.action];
  if (!charged) return charge(adjustment, adjustedBy(adjustment, builder), builder.moment);
  const { ids } = builder.account;
  const original = { ...adjustment, action: charged };
  const made = builder.announce(charge(original, adjustedBy(original, builder), builder.moment));
  const adjusted = adjustedBy(made, builder);
  if (!adjusted) return charge(adjustment, undefined, builder.moment);
  const creation = { ...builder.account.creation('adj'), nextItemId: () => ids.next('adjitm') };
  return reverse(made, { ...adjusted, earlier: [...adjusted.earlier, made] }, creation);
}

/** The adjustment that a reversal reverses. */
const chargedBefore: { readonly [Action in Adjustment['action']]?: Adjustment['action'] } = {
  chargeback_reverse: 'chargeback',
  chargeback_warning_reverse: 'chargeback_warning',
};

/** Returns the adjusted transaction: the one that was just built, or the stored one. */
function adjustedBy({ transaction_id }: Adjustment, { account, history }: EntityBuilder): Adjusted | undefined {
  const puts = history.flatMap((change) => change.puts ?? []);
  const built = puts.flatMap((put) =>
    put.kind === 'transactions' && put.entity.id === transaction_id ? [put.entity] : [],
  );
  const transaction = built.at(-1) ?? account.store.transactions.find(transaction_id);
  const earlier = account.store.adjustments.all({ transaction_id: [transaction_id] });
  return transaction && { transaction, earlier, payout: payoutOf(account) };
}
