import type { Account } from '../../account/account.ts';
import type { Change, ChangeOf } from '../../state/change.ts';
import type { SubscriptionTerms } from './kind.ts';

/** Returns the facts about a subscription that the API does not show; none for one that was seeded. */
export function termsOf({ id }: { id: string }, { store }: Account): SubscriptionTerms {
  return store.privateFacts.find('subscriptions', id) ?? {};
}

/** Makes a change of some of these facts. */
export function withTerms(subscription: { id: string }, changed: SubscriptionTerms, account: Account): Change {
  const facts = { ...termsOf(subscription, account), ...changed };
  return { entries: [{ entry: 'private facts', kind: 'subscriptions', id: subscription.id, facts }] };
}

/** Adds a change of some of these facts to one of the subscription. */
export function remembering(
  change: ChangeOf<'subscriptions'>,
  changed: SubscriptionTerms,
  account: Account,
): ChangeOf<'subscriptions'> {
  const { entries = [] } = withTerms(change.puts[0].entity, changed, account);
  return { ...change, entries: [...(change.entries ?? []), ...entries] };
}
