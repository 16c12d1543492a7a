import { byBuyer } from '../account/cause.ts';
import { payoutOf } from '../account/settings.ts';
import { begin } from '../resources/subscriptions/begin.ts';
import { createdOf } from '../resources/subscriptions/happenings.ts';
import { recorded } from '../resources/subscriptions/history.ts';
import type { Subscription } from '../resources/subscriptions/kind.ts';
import { announce } from '../resources/subscriptions/transitions.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import type { PaymentMeans } from '../resources/transactions/payments.ts';
import { change, complete, create, makeReady, pay } from '../resources/transactions/transitions.ts';
import type { Change, ChangeOf } from '../state/change.ts';
import type { Entry } from '../state/entries/entries.ts';
import type { EntityBuilder } from './entity-builder.ts';
import { detailsOfPlan } from './sale.ts';

/**
 * A purchase of a subscription at the checkout. Each step performs and announces all previous ones, and returns the
 * entity for the next change.
 *
 * @evidence official: the order of https://developer.paddle.com/webhooks/simulator/subscription-created; observed:
 *   the same in later purchases. In one of 2023-09-04, the customer and the address came 0.1 s after
 *   `transaction.ready`, and `transaction.completed` before the subscription.
 */
export class Purchase {
  readonly #builder: EntityBuilder;
  /** The subscription as it is sold, before it starts. */
  readonly #plan: Subscription;
  #paid: Transaction | undefined;

  constructor(builder: EntityBuilder, status: 'active' | 'trialing') {
    this.#builder = builder;
    this.#plan = builder.plan(status);
  }

  /**
   * Opens the checkout.
   *
   * @evidence observed 2023-09-04: a draft from the web with all its sums, without a customer; official: it contains
   *   a known customer
   */
  open(): Transaction {
    return this.#builder.sale(this.#plan);
  }

  /** Enters the buyer and the address. */
  introduce(): Transaction {
    const draft = this.#builder.announce(create(this.open()));
    const buyer = this.#builder.announceBuyer();
    const terms = { place: this.#builder.place, lineIds: draft.details.line_items.map(({ id }) => id) };
    return { ...draft, ...buyer, details: detailsOfPlan(this.#plan, terms, this.#builder.account) };
  }

  ready(): Transaction {
    return this.#builder.announce(makeReady(this.introduce(), this.#builder.moment));
  }

  /** @evidence observed: once it is paid, the transaction still belongs to no subscription and has no billing period. */
  paid(): Transaction {
    const ready = this.ready();
    this.#paid = this.#builder.announce(pay(ready, this.#builder.paymentMeans(ready), this.#builder.moment));
    return this.#paid;
  }

  /** Returns the subscription, which starts with the payment. */
  subscription(): Subscription {
    const begun = begin(this.paid(), { ...this.#builder.moment, id: this.#plan.id, means: this.#means });
    if (!begun) throw new Error('A plan has nothing that recurs.');
    return begun.subscription;
  }

  /** Returns the transaction, after the subscription was announced. */
  subscribed(): Transaction {
    const subscription = this.#builder.announce(this.creation(this.subscription()));
    return this.#builder.announce(this.#linkTo(subscription));
  }

  /** Returns the subscription, after the whole purchase. */
  completed(): Subscription {
    const subscription = this.#builder.announce(this.creation(this.subscription()));
    this.#builder.history.push(...this.followUps(subscription));
    return subscription;
  }

  creation(subscription: Subscription): ChangeOf<'subscriptions'> {
    const facts = { anchor: this.#builder.moment.now, means: this.#means };
    const { id } = subscription;
    const remembered = { entry: 'private facts' as const, kind: 'subscriptions' as const, id, facts };
    return { ...announce(subscription, this.#bought.id), entries: [remembered, ...this.#told(subscription)] };
  }

  /**
   * Returns the changes that follow the creation of the subscription.
   *
   * @evidence observed 2023-09-04, 2024-01-21: an update with the subscription and the period, and another with the
   *   invoice's number
   */
  followUps(subscription: Subscription): Change[] {
    const { moment, account } = this.#builder;
    const update = this.#linkTo(subscription);
    const [{ entity: bought }] = update.puts;
    const means = this.#builder.paymentMeans(bought);
    return [update, complete(bought, this.#builder.invoiceNumber(), means, moment, payoutOf(account))];
  }

  /** Returns what the history tells of the purchase. */
  #told(subscription: Subscription): Entry[] {
    const { account, place: address = null } = this.#builder;
    const created = createdOf(subscription, true, account);
    const happening =
      created.action === 'subscription_created' ? { ...created, detail: { ...created.detail, address } } : created;
    const own = account.by(byBuyer(subscription.customer_id), () => recorded(subscription.id, [happening], account));
    return [...(own.entries ?? [])];
  }

  get #means(): PaymentMeans {
    return this.#builder.paymentMeans(this.#bought);
  }

  get #bought(): Transaction {
    if (!this.#paid) throw new Error('A subscription was created before its payment.');
    return this.#paid;
  }

  #linkTo({ id, current_billing_period }: Subscription): ChangeOf<'transactions'> {
    const bought = { ...this.#bought, subscription_id: id, billing_period: current_billing_period };
    return change(bought, this.#builder.moment);
  }
}
