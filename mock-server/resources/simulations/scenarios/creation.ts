import type { Account } from '../../../account/account.ts';
import { announce as announceAddress } from '../../addresses/transitions.ts';
import { announce as announceBusiness } from '../../businesses/transitions.ts';
import { credited, withCredit } from '../../credit-balances/credit-of.ts';
import { announce as announceCustomer } from '../../customers/transitions.ts';
import type { Kind } from '../../kinds.ts';
import { billingMeans } from '../../transactions/billing-means.ts';
import { create, type TransactionCreate } from '../../transactions/create.ts';
import { orderOf } from '../../transactions/sale/order.ts';
import { takePayment } from '../../transactions/take-payment.ts';
import { type TransactionUpdate, update } from '../../transactions/update.ts';
import { goodCard } from './cards.ts';
import { madeAddress, madeBusiness, madeCustomer, madeDiscount, madePrice } from './made.ts';
import type { ScenarioSteps, Scene } from './scenario.ts';

type Creation = NonNullable<Scene['config']['subscription_creation']>;
type Entities = NonNullable<Creation['entities']>;
type Options = NonNullable<Creation['options']>;

/**
 * A purchase at the checkout.
 *
 * @evidence official: the order of the events by default, and the options. assumed: a buyer whose details are prefilled is
 *   in the transaction from the start, which is then ready at once; a buyer who is found by email gets a new address
 */
export const buySubscription: ScenarioSteps = ({ copy, config: { subscription_creation }, baseUrl }) => {
  const { entities = {}, options = {} } = subscription_creation ?? {};
  const buyer = prepareBuyer(entities, options, copy);
  const discount_id = prepareDiscount(entities, options, copy);
  const items = itemsOf(entities, copy);
  const card = entities.payment_method_id ? { payment_method_id: entities.payment_method_id } : { card: goodCard };
  const id = renewedId(entities.transaction_id, copy);
  const isPrefilled = options.customer_simulated_as === 'existing_details_prefilled';
  const discount = discount_id === null ? {} : { discount_id };
  const isEntered = options.discount_simulated_as === 'entered_by_customer';
  const introduced = isPrefilled ? buyer.introduce() : undefined;
  return () => {
    open(id, { items, ...introduced, ...(!isEntered && discount) }, copy, baseUrl);
    if (isEntered && discount_id !== null) change(id, discount, copy, baseUrl);
    if (!introduced) change(id, buyer.introduce(), copy, baseUrl);
    const payable = credited(copy.store.transactions.require(id), copy.store);
    copy.apply(withCredit(takePayment(copy, payable, card), copy.store));
  };
};

function open(id: string, input: TransactionCreate, copy: Account, baseUrl: string): void {
  const opening = { ...copy.moment(), id, ...billingMeans(copy, baseUrl), origin: 'web' as const };
  copy.apply(create(orderOf(input, copy), input, opening));
}

function change(id: string, input: TransactionUpdate, copy: Account, baseUrl: string): void {
  const draft = copy.store.transactions.require(id);
  const order = () => orderOf(input, copy, draft);
  copy.apply(update(draft, input, { ...copy.moment(), ...billingMeans(copy, baseUrl), order }));
}

type Introduced = { customer_id: string; address_id: string; business_id?: string };

/** Finds or makes the buyer, who exists already unless simulated as new. */
function prepareBuyer(entities: Entities, options: Options, copy: Account): { introduce: () => Introduced } {
  const { store } = copy;
  const customer = entities.customer_id ? store.customers.require(entities.customer_id) : madeCustomer(copy);
  const address = entities.address_id
    ? store.addresses.requireOf(customer.id, entities.address_id)
    : madeAddress(customer, copy);
  const business = prepareBusiness(customer.id, entities, options, copy);
  const isNew = options.customer_simulated_as === 'new';
  const isPrefilled = options.customer_simulated_as === 'existing_details_prefilled';
  if (isNew) forget('customers', customer.id, copy);
  if (!isPrefilled) forget('addresses', address.id, copy);
  const isNewBusiness = options.business_simulated_as === 'new';
  if (business && isNewBusiness) forget('businesses', business.id, copy);
  const introduce = () => {
    const moment = copy.moment();
    const born = { created_at: moment.now, updated_at: moment.now };
    if (isNew) copy.apply(announceCustomer({ ...customer, ...born }, 'customer.created', moment, undefined));
    if (!isPrefilled) copy.apply(announceAddress({ ...address, ...born }, 'address.created', moment));
    if (business && isNewBusiness) copy.apply(announceBusiness({ ...business, ...born }, 'business.created'));
    const ids = { customer_id: customer.id, address_id: address.id };
    return business ? { ...ids, business_id: business.id } : ids;
  };
  return { introduce };
}

function prepareBusiness(customerId: string, { business_id }: Entities, options: Options, copy: Account) {
  if (options.business_simulated_as === 'not_provided') return undefined;
  const { businesses, customers } = copy.store;
  return business_id
    ? businesses.requireOf(customerId, business_id)
    : madeBusiness(customers.require(customerId), copy);
}

function prepareDiscount({ discount_id }: Entities, options: Options, copy: Account): string | null {
  if (options.discount_simulated_as === 'not_provided') return null;
  return discount_id ? copy.store.discounts.require(discount_id).id : madeDiscount(copy).id;
}

function itemsOf({ items, transaction_id }: Entities, copy: Account): TransactionCreate['items'] {
  if (items) return items;
  if (!transaction_id) return [{ price_id: madePrice(copy).id, quantity: 1 }];
  const sold = copy.store.transactions.require(transaction_id);
  return sold.items.map(({ price, quantity }) => ({ price_id: price.id, quantity }));
}

/** Lets a named transaction be opened anew. */
function renewedId(id: string | null | undefined, copy: Account): string {
  if (!id) return copy.ids.next('txn');
  forget('transactions', id, copy);
  return id;
}

/** Removes an entity from the copy, so that it can be created again. */
function forget(kind: Kind, id: string, copy: Account): void {
  copy.apply({ deletes: [{ kind, id }] });
}
