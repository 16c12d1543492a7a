import type { Account } from '../account/account.ts';
import { payoutOf } from '../account/settings.ts';
import type { Address } from '../resources/addresses/kind.ts';
import type { ApiKeyExposure } from '../resources/api-key-exposures/kind.ts';
import { somewhere } from '../resources/api-key-exposures/transitions.ts';
import type { ApiKeyRotation } from '../resources/api-key-rotations/kind.ts';
import type { ApiKey } from '../resources/api-keys/kind.ts';
import { hideSecret } from '../resources/api-keys/transitions.ts';
import { ownKey } from '../resources/api-keys/use.ts';
import type { Business } from '../resources/businesses/kind.ts';
import type { ClientToken } from '../resources/client-tokens/kind.ts';
import { withCredit } from '../resources/credit-balances/credit-of.ts';
import { storeCustomData } from '../resources/custom-data.ts';
import type { Customer } from '../resources/customers/kind.ts';
import type { DiscountGroup } from '../resources/discount-groups/kind.ts';
import type { Discount } from '../resources/discounts/kind.ts';
import type { Entities, Kind, KindPrefix } from '../resources/kinds.ts';
import { readCard } from '../resources/payment-methods/cards.ts';
import type { PaymentMethod } from '../resources/payment-methods/kind.ts';
import type { Payout } from '../resources/payouts/kind.ts';
import type { Price } from '../resources/prices/kind.ts';
import type { Report } from '../resources/reports/kind.ts';
import type { Subscription } from '../resources/subscriptions/kind.ts';
import { start, startTrial } from '../resources/subscriptions/transitions.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import type { PaymentMeans } from '../resources/transactions/payments.ts';
import { defaultApiKey, keyIdOf, makeApiKey } from '../state/api-keys.ts';
import { type Change, type ChangeOf, changed, inOrder } from '../state/change.ts';
import type { Moment } from '../time/moment.ts';
import { Purchase } from './purchase.ts';
import { saleOf } from './sale.ts';

type Fixtures = typeof import('#fixtures/index.ts');

/** Fields that every new entity gets. */
type Born = Pick<Customer, 'id' | 'created_at' | 'updated_at' | 'custom_data'>;

/** Builds entities that were created just now, with all that they refer to. */
export class EntityBuilder {
  readonly account: Account;
  readonly moment: Moment;
  /** Changes that precede the triggered one, in order: the creation of the entity and of all that it refers to. */
  readonly history: Change[] = [];
  /** Changes that follow the triggered one, in order. */
  readonly followUps: Change[] = [];
  /** The purchase that creates the built entity. */
  purchase: Purchase | undefined;
  /** The address that was announced last. */
  place: Address | undefined;
  readonly #fixtures: Fixtures;
  readonly #buyer: Customer | undefined;

  readonly #apiKey: string;

  private constructor(account: Account, fixtures: Fixtures, buyer: Customer | undefined, apiKey: string) {
    this.#apiKey = apiKey;
    this.#buyer = buyer;
    this.account = account;
    this.#fixtures = fixtures;
    this.moment = account.moment();
  }

  /**
   * Loads the builders lazily, since faker takes long to load and few servers need it.
   *
   * @param buyer customer who owns all that is built. Default: a new customer
   * @param apiKey key of the caller
   */
  static async for(account: Account, buyer?: Customer, apiKey = defaultApiKey): Promise<EntityBuilder> {
    const fixtures = await import('#fixtures/index.ts');
    return new EntityBuilder(account, fixtures, buyer, apiKey);
  }

  /** Adds a change to the history, and returns its entity. */
  announce<Name extends Kind>(change: ChangeOf<Name>): Entities[Name] {
    this.history.push(change);
    return change.puts[0].entity;
  }

  customer(): Customer {
    const { store, ids, behaviours } = this.account;
    let drawn = this.#fixtures.buildCustomer({ seed: ids.seed() });
    // A seeded server that restarts on a data file draws the same people again.
    while (store.customers.findIdBy('email', drawn.email)) drawn = this.#fixtures.buildCustomer({ seed: ids.seed() });
    return {
      ...drawn,
      ...this.#newFields('ctm', drawn),
      locale: drawn.locale ?? (behaviours['customer-locale-default'] === 'en' ? 'en' : null),
      marketing_consent: false,
      import_meta: null,
    };
  }

  address(): Address {
    const customer = this.#owner();
    return { ...this.drawn('add', ({ buildAddress }, seed) => buildAddress({ seed })), customer_id: customer.id };
  }

  business(): Business {
    const customer = this.#owner();
    const drawn = this.drawn('biz', ({ buildBusiness }, seed) => buildBusiness({ seed }));
    return { ...drawn, customer_id: customer.id, import_meta: null };
  }

  /** Builds a card that a new customer, or the named one, saves at a new address. */
  paymentMethod(): PaymentMethod {
    const drawn = this.#fixtures.buildPaymentMethod({ seed: this.account.ids.seed() });
    const owner = this.announceBuyer();
    const { now } = this.moment;
    return { ...drawn, ...owner, id: this.account.ids.next('paymtd'), saved_at: now, updated_at: now };
  }

  /** Builds a price of a new product. */
  price(): Price {
    const product = this.drawn('pro', ({ buildProduct }, seed) => buildProduct({ seed }));
    this.announce(changed('products', product, ['product.created']));
    return { ...this.drawn('pri', ({ buildPrice }, seed) => buildPrice({ seed })), product_id: product.id };
  }

  discount(): Discount {
    return this.drawn('dsc', ({ buildDiscount }, seed) => buildDiscount({ seed }));
  }

  discountGroup(): DiscountGroup {
    const { now } = this.moment;
    const drawn = this.#fixtures.buildDiscountGroup({ seed: this.account.ids.seed() });
    return { ...drawn, id: this.account.ids.next('dsg'), created_at: now, updated_at: now };
  }

  clientToken(): ClientToken {
    const { ids } = this.account;
    const { now } = this.moment;
    const drawn = this.#fixtures.buildClientToken({ seed: ids.seed() });
    return { ...drawn, id: ids.next('ctkn'), token: ids.clientToken(), created_at: now, updated_at: now };
  }

  /** Builds a report that is pending. */
  report(): Report {
    const { now } = this.moment;
    const drawn = this.#fixtures.buildReport({ seed: this.account.ids.seed() });
    const pending = { status: 'pending' as const, rows: null, expires_at: null };
    return { ...drawn, ...pending, id: this.account.ids.next('rep'), created_at: now, updated_at: now };
  }

  /** Builds a key whose secret nobody knows. */
  apiKey(): ApiKey {
    const { now } = this.moment;
    const secret = makeApiKey(this.account.ids);
    const drawn = this.#fixtures.buildApiKey({ seed: this.account.ids.seed() });
    return { ...drawn, id: keyIdOf(secret), key: hideSecret(secret), created_at: now, updated_at: now };
  }

  /** Builds a pending rotation, with a secret that nobody knows, of the caller's key, which may be rotated from then on. */
  apiKeyRotation(): ApiKeyRotation {
    const { now } = this.moment;
    const key = { ...ownKey(this.account, this.#apiKey, null), rotatable: true };
    this.history.push({ puts: [{ kind: 'issued_keys', entity: key }] });
    const drawn = this.#fixtures.buildApiKeyRotation({ seed: this.account.ids.seed() });
    const id = this.account.ids.next('apkrot');
    return { ...drawn, id, api_key_id: key.id, new_key: key.key, created_at: now, updated_at: now };
  }

  /** Builds the exposure of a key. */
  apiKeyExposure(key: ApiKey): ApiKeyExposure & { id: string } {
    const found = { risk_level: 'high', action_taken: 'revoked', source: 'github', reference: somewhere } as const;
    const id = this.account.ids.next('apkexp');
    return { id, api_key_id: key.id, ...found, description: null, created_at: this.moment.now };
  }

  /** Builds a payout of 100 in the currency of the balance. */
  payout(): Payout {
    const { account, moment } = this;
    const { currency: currency_code } = payoutOf(account);
    const unpaid = { status: 'unpaid', remittance_reference: null } as const;
    const id = account.ids.next('pay');
    return { id, ...unpaid, amount: '10000', currency_code, starts_at: moment.now, ends_at: moment.now };
  }

  /** Turns an entity drawn by a fixture builder into a new one. */
  drawn<Drawn extends Pick<Customer, 'custom_data'>>(
    prefix: KindPrefix,
    draw: (fixtures: Fixtures, seed: number) => Drawn,
  ): Drawn & Born {
    const drawn = draw(this.#fixtures, this.account.ids.seed());
    return { ...drawn, ...this.#newFields(prefix, drawn) };
  }

  /** Starts a new purchase. `purchase` is set only for entities that it creates, not for existing ones. */
  buy(status: 'active' | 'trialing'): Purchase {
    this.purchase = new Purchase(this, status);
    return this.purchase;
  }

  /** Applies the history so far, for moves that read what is stored. */
  settle(): void {
    this.account.apply(withCredit(inOrder(...this.history.splice(0)), this.account.store));
  }

  /** Announces the buyer's address, and the buyer if new. */
  announceBuyer(): Pick<Subscription, 'customer_id' | 'address_id'> {
    // @evidence official: Paddle Checkout makes a new address, also for a customer who exists
    const address = this.announce(changed('addresses', this.address(), ['address.created']));
    this.place = address;
    return { customer_id: address.customer_id, address_id: address.id };
  }

  /** Builds a subscription that is paid by card, before it is sold. */
  plan(status: 'active' | 'trialing'): Subscription {
    const id = this.account.ids.next('sub');
    const drawn = this.#fixtures.buildSubscription({ seed: this.account.ids.seed(), status, overrides: { id } });
    const { management_urls: links } = drawn;
    return {
      ...drawn,
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
  }

  /** Starts a subscription now, with its trial if it has one. */
  started(plan: Subscription, buyer: Pick<Subscription, 'customer_id' | 'address_id'>): Subscription {
    const bought = { ...plan, ...buyer };
    const trial = plan.items[0]?.price.trial_period;
    return trial ? startTrial(bought, trial, this.moment) : start(bought, this.moment);
  }

  /** Builds the draft of a sale, for the named buyer or for none yet. */
  sale(plan: Subscription, terms: Parameters<typeof saleOf>[2] = {}): Transaction {
    const id = this.account.ids.next('txn');
    const seed = this.account.ids.seed();
    const drawn = this.#fixtures.buildTransaction({ seed, status: 'draft', overrides: { id } });
    const { now } = this.moment;
    return {
      ...saleOf(plan, drawn, terms, this.account),
      customer_id: this.#buyer?.id ?? null,
      created_at: now,
      updated_at: now,
    };
  }

  /** Builds a transaction for the current period of a subscription, ready to be paid. */
  renewal(subscription: Subscription): Transaction {
    const { customer_id, address_id, current_billing_period } = subscription;
    return {
      ...this.sale(subscription, { place: this.place, ignoreTrials: true }),
      status: 'ready',
      customer_id,
      address_id,
      subscription_id: subscription.id,
      origin: 'subscription_recurring',
      billing_period: current_billing_period,
    };
  }

  /** Returns the ID of the transaction that a subscription was bought with, its first; a new ID if it is not stored. */
  purchaseOf({ id }: Subscription): string {
    const { store, ids } = this.account;
    return store.transactions.all({ subscription_id: [id] }).at(-1)?.id ?? ids.next('txn');
  }

  /** Returns the payment method: the one that was used last, or a test card that pays. */
  paymentMeans({ payments: [last] }: Transaction): PaymentMeans {
    const [drawn] = this.#fixtures.buildTransaction({ seed: this.account.ids.seed() }).payments;
    if (!drawn) throw new Error('A completed transaction of the fixtures has no payment.');
    if (last) return { ...last, payment_attempt_id: drawn.payment_attempt_id };
    const { details: card } = readCard({ card: '4242 4242 4242 4242' }, this.account.clock.now());
    const nothing = { paypal: null, south_korea_local_card: null, underlying_details: null };
    return { ...drawn, method_details: { type: 'card', card, ...nothing } };
  }

  invoiceNumber(): string {
    return this.account.store.invoiceNumbers.next();
  }

  #owner(): Customer {
    if (this.#buyer) return this.#buyer;
    return this.announce(changed('customers', this.customer(), ['customer.created']));
  }

  #newFields(prefix: KindPrefix, drawn: Pick<Customer, 'custom_data'>): Born {
    const { now } = this.moment;
    return {
      id: this.account.ids.next(prefix),
      created_at: now,
      updated_at: now,
      custom_data: this.#customData(drawn),
    };
  }

  #asSold<Sold extends Pick<Customer, 'custom_data'>>(sold: Sold) {
    return { ...sold, custom_data: this.#customData(sold) };
  }

  #customData({ custom_data }: Pick<Customer, 'custom_data'>) {
    return storeCustomData(custom_data, this.account.behaviours);
  }
}
