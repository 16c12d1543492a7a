import { isDeepStrictEqual } from 'node:util';
import type { components } from '#openapi/generated/guide.ts';
import type { Account } from '../../../account/account.ts';
import { paddleError } from '../../../errors/errors.ts';
import type { Put } from '../../../state/change.ts';
import { CustomItems } from '../../transactions/sale/custom-items.ts';
import { ambiguous, type SoldItem } from '../../transactions/sale/items.ts';
import { newItem } from '../item.ts';
import type { Subscription } from '../kind.ts';

type Item = Subscription['items'][number];
export type ItemInput = components['schemas']['subscription-item-update'];

/** Changes that a new list of items makes. */
export type ItemChange = {
  items: Item[];
  /** Added items, in the order of the request. */
  added: SoldItem[];
  /** Removed items, with negative quantities. */
  removed: SoldItem[];
  /** Items that are charged once and not kept. */
  once: SoldItem[];
  /** Prices and products that exist for this subscription only. */
  puts: readonly Put[];
};

/**
 * Replaces the items of a subscription. An item that is kept keeps its price, as it was when it was added, and its dates.
 *
 * @throws PaddleApiError if the items do not go together
 * @evidence official: the rules and their codes; observed 2024-04-12: the dates. assumed: the code of unknown prices
 */
export function replaceItems(inputs: readonly ItemInput[], subscription: Subscription, account: Account): ItemChange {
  const ids = inputs.flatMap(({ price_id }) => price_id ?? []);
  if (new Set(ids).size < ids.length) throw paddleError('subscription_duplicate_price_ids');
  const found = findItems(inputs, account, subscription.items);
  const { now } = account.moment();
  const change: ItemChange = { items: [], added: [], removed: [], once: [], puts: found.puts };
  const lowered: SoldItem[] = [];
  for (const { price, product, quantity } of found.sold) {
    const before = subscription.items.find((item) => item.price.id === price.id);
    const asked = quantity ?? before?.quantity;
    if (asked === undefined) throw paddleError('subscription_quantity_missing_for_new_items');
    refuseQuantity(price, asked);
    if (before) {
      const step = asked - before.quantity;
      const { price: kept, product: keptProduct } = before;
      if (step !== 0) (step > 0 ? change.added : lowered).push({ price: kept, product: keptProduct, quantity: step });
      change.items.push(step === 0 ? before : { ...before, quantity: asked, updated_at: now });
    } else if (price.billing_cycle === null) {
      change.once.push({ price, product, quantity: asked });
    } else {
      change.added.push({ price, product, quantity: asked });
      change.items.push(newItem({ price, product, quantity: asked }, subscription, now));
    }
  }
  refuseMismatch(change.items);
  const gone = subscription.items.filter(({ price }) => !change.items.some((item) => item.price.id === price.id));
  change.removed = [
    ...lowered,
    ...gone.map(({ price, product, quantity }) => ({ price, product, quantity: -quantity })),
  ];
  return change;
}

/** A price with its product, and the quantity, if the request has one. */
type Found = Pick<SoldItem, 'price' | 'product'> & { quantity: number | undefined };

/** Finds the prices of a request, or makes those that it describes. Kept items need not be in the catalog any more. */
export function findItems(
  inputs: readonly ItemInput[],
  account: Account,
  kept: readonly Item[] = [],
): { sold: Found[]; puts: readonly Put[] } {
  const { store, ids } = account;
  const findProduct = (id: string) => store.products.find(id);
  const custom = new CustomItems(account.moment(), (prefix) => ids.next(prefix), findProduct);
  const sold = inputs.map((input, index): Found => {
    refuseAmbiguous(input, index);
    const { price_id = '', price: described, quantity } = input;
    if (described) return { ...custom.make(described), quantity };
    const before = kept.find((item) => item.price.id === price_id);
    if (before) return { price: before.price, product: before.product, quantity };
    const price = store.prices.find(price_id);
    const product = price && findProduct(price.product_id);
    if (price?.status !== 'active' || product?.status !== 'active')
      throw notValid(`items.${index}.price_id`, `${price_id} does not exist or is archived`);
    return { price, product, quantity };
  });
  return { sold, puts: custom.puts };
}

function refuseAmbiguous({ price_id, price }: ItemInput, index: number): void {
  if (!price) return;
  const hasOneProduct = (price.product_id === undefined) !== (price.product === undefined);
  if (price_id !== undefined || !hasOneProduct) throw ambiguous(index);
}

export function refuseQuantity({ id, quantity: { minimum, maximum } }: SoldItem['price'], quantity: number): void {
  if (quantity < minimum || quantity > maximum)
    throw paddleError('subscription_quantity_not_valid', { price_id: id, minimum, maximum });
}

/** Makes the error for items that do not go with the subscription. @evidence official: the code, and that it has `errors`; assumed: what they say */
export function notValid(field: string, message: string) {
  return paddleError('subscription_new_items_not_valid', { errors: [{ field, message }] });
}

function refuseMismatch(items: readonly Item[]): void {
  const [first, ...others] = items;
  if (!first) throw paddleError('subscription_no_recurring_items_remain');
  if (others.some(({ price }) => !isDeepStrictEqual(price.billing_cycle, first.price.billing_cycle)))
    throw notValid('items', 'must have the same billing cycle');
}
