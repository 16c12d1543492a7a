import type { Account } from '../context.ts';
import { storeCustomData } from '../resources/custom-data.ts';
import type { Moment } from '../resources/moment.ts';
import { start, startTrial } from '../resources/subscriptions/transitions.ts';
import type { PaymentMeans } from '../resources/transactions/payments.ts';
import { complete } from '../resources/transactions/transitions.ts';
import type { Address, Business, Customer, Entities, Kind, Subscription, Transaction } from '../state/entities.ts';
import type { Change, ChangeOf } from '../state/store.ts';

type Fixtures = typeof import('#fixtures/index.ts');

/** Builds entities that came into being just now, with all that they refer to. */
export class Newcomers {
  readonly moment: Moment;
  /** What happened so that the built entity could be: what it refers to came into being, and so did it. In this order. */
  readonly history: Change[] = [];
  /** What built subscriptions were drawn from, by their IDs. */
  readonly #seeds = new Map<string, number>();
  readonly #account: Account;
  readonly #fixtures: Fixtures;
  readonly #buyer: Customer | undefined;

  private constructor(account: Account, fixtures: Fixtures, buyer: Customer | undefined) {
    this.#buyer = buyer;
    this.#account = account;
    this.#fixtures = fixtures;
    this.moment = account.moment();
  }

  /**
   * Loads the builders only now, since faker takes its time and few servers need it.
   *
   * @param buyer whose everything is that is built. Default: another new customer
   */
  static async for(account: Account, buyer?: Customer): Promise<Newcomers> {
    const fixtures = await import('#fixtures/index.ts');
    return new Newcomers(account, fixtures, buyer);
  }

  /** Adds a change to the history, and answers the entity as it is then. */
  announce<Name extends Kind>(change: ChangeOf<Name> & { entity: Entities[Name] }): Entities[Name] {
    this.history.push(change);
    return change.entity;
  }

  customer(): Customer {
    const { store, ids, behaviours } = this.#account;
    let drawn = this.#fixtures.buildCustomer({ seed: ids.seed() });
    // A seeded server that goes on with a file draws the same people again.
    while (store.customers.findIdBy('email', drawn.email)) drawn = this.#fixtures.buildCustomer({ seed: ids.seed() });
    return {
      ...drawn,
      ...this.#born('ctm', drawn),
      locale: drawn.locale ?? (behaviours['customer-locale-default'] === 'en' ? 'en' : null),
      marketing_consent: false,
      import_meta: null,
    };
  }

  address(): Address {
    const customer = this.#owner();
    const drawn = this.#fixtures.buildAddress({ seed: this.#account.ids.seed() });
    return { ...drawn, ...this.#born('add', drawn), customer_id: customer.id };
  }

  business(): Business {
    const customer = this.#owner();
    const drawn = this.#fixtures.buildBusiness({ seed: this.#account.ids.seed() });
    return { ...drawn, ...this.#born('biz', drawn), customer_id: customer.id, import_meta: null };
  }

  /** A subscription that is paid by card. */
  subscription(status: 'active' | 'trialing', seed = this.#account.ids.seed()): Subscription {
    // @evidence official: Paddle Checkout makes a new address, also for a customer who exists
    const address = this.announce({ kind: 'addresses', entity: this.address(), events: ['address.created'] });
    const id = this.#account.ids.next('sub');
    this.#seeds.set(id, seed);
    const drawn = this.#fixtures.buildSubscription({ seed, status, overrides: { id } });
    const { management_urls: links } = drawn;
    const subscription: Subscription = {
      ...drawn,
      customer_id: address.customer_id,
      address_id: address.id,
      business_id: null,
      discount: null,
      collection_mode: 'automatic',
      billing_details: null,
      management_urls: { ...links, update_payment_method: links.cancel.replace(/cancel$/, 'update-payment-method') },
      custom_data: this.#customData(drawn),
      items: drawn.items.map((item) => ({
        ...item,
        price: this.#asSold(item.price),
        product: this.#asSold(item.product),
      })),
    };
    const trial = drawn.items[0]?.price.trial_period;
    return trial ? startTrial(subscription, trial, this.moment) : start(subscription, this.moment);
  }

  /** A bill of a subscription, ready to be paid. */
  transaction(): Transaction {
    const seed = this.#account.ids.seed();
    const entity = this.subscription('active', seed);
    const id = this.#account.ids.next('txn');
    const onCreation = { transaction_id: id };
    const subscription = this.announce({ kind: 'subscriptions', entity, events: birthOf(entity), onCreation });
    return this.#bill(subscription, id, seed);
  }

  /**
   * A subscription that came into being. Its event names the transaction that it was bought with: the first that is there,
   * one that is added for it, or an ID alone for a trial and for what came without one.
   *
   * @evidence observed: `transaction_id` is in this event only
   */
  birth(entity: Subscription, events = birthOf(entity)): ChangeOf<'subscriptions'> {
    const { store, ids } = this.#account;
    const bought = store.transactions.all({ subscription_id: [entity.id] }).at(-1);
    const transaction_id = bought?.id ?? ids.next('txn');
    const seed = this.#seeds.get(entity.id);
    if (!bought && seed !== undefined && entity.status === 'active') {
      const bill = this.#bill(entity, transaction_id, seed);
      const paid = complete({ ...bill, origin: 'web' }, this.invoiceNumber(), this.paymentMeans(bill), this.moment);
      this.announce({ ...paid, events: [] });
    }
    return { kind: 'subscriptions', entity, events, onCreation: { transaction_id } };
  }

  #bill(subscription: Subscription, id: string, seed: number): Transaction {
    const drawn = this.#fixtures.buildTransaction({ seed, status: 'ready', overrides: { id } });
    const { line_items } = drawn.details;
    return {
      ...drawn,
      customer_id: subscription.customer_id,
      address_id: subscription.address_id,
      business_id: null,
      subscription_id: subscription.id,
      origin: 'subscription_recurring',
      billing_period: subscription.current_billing_period,
      collection_mode: 'automatic',
      billing_details: null,
      checkout: { url: `https://shop.example.com/pay?_ptxn=${id}` },
      custom_data: this.#customData(drawn),
      items: drawn.items.map((item) => ({ ...item, price: this.#asSold(item.price) })),
      details: {
        ...drawn.details,
        line_items: line_items.map((line) => ({ ...line, product: this.#asSold(line.product) })),
      },
      created_at: this.moment.now,
      updated_at: this.moment.now,
    };
  }

  /** What a payment is made with: the card that was used last, or a new one. */
  paymentMeans({ payments: [last] }: Transaction): PaymentMeans {
    const [drawn] = this.#fixtures.buildTransaction({ seed: this.#account.ids.seed() }).payments;
    if (!drawn) throw new Error('A completed transaction of the fixtures has no payment.');
    return last ? { ...last, payment_attempt_id: drawn.payment_attempt_id } : drawn;
  }

  invoiceNumber(): string {
    return `325-${String(this.#account.ids.seed()).padStart(5, '0').slice(-5)}`;
  }

  #owner(): Customer {
    if (this.#buyer) return this.#buyer;
    return this.announce({ kind: 'customers', entity: this.customer(), events: ['customer.created'] });
  }

  #born<Prefix extends 'ctm' | 'add' | 'biz'>(prefix: Prefix, drawn: Pick<Customer, 'custom_data'>) {
    const { now } = this.moment;
    return {
      id: this.#account.ids.next(prefix),
      created_at: now,
      updated_at: now,
      custom_data: this.#customData(drawn),
    };
  }

  #asSold<Sold extends Pick<Customer, 'custom_data'>>(sold: Sold) {
    return { ...sold, custom_data: this.#customData(sold) };
  }

  #customData({ custom_data }: Pick<Customer, 'custom_data'>) {
    return storeCustomData(custom_data, this.#account.behaviours);
  }
}

/**
 * The events of a new subscription.
 *
 * @evidence observed: a first purchase tells of both, with one `occurred_at`
 */
export function birthOf({ status }: Subscription): string[] {
  return ['subscription.created', status === 'trialing' ? 'subscription.trialing' : 'subscription.activated'];
}
