import { isDeepStrictEqual } from 'node:util';
import type { components } from '#openapi/generated/guide.ts';
import { badRequest, paddleError } from '../../../errors/errors.ts';
import type { Price } from '../../prices/kind.ts';
import type { Product } from '../../products/kind.ts';
import type { Transaction } from '../kind.ts';

export type ItemInput = components['schemas']['transaction-item-input'];

/** A price that is sold, with its product. */
export type SoldItem = {
  price: Price;
  product: Product;
  /** Negative for what is taken back. */
  quantity: number;
  /** Part of the period that is charged; all by default. */
  proration?: Transaction['items'][number]['proration'];
};

/** Finds what is sold: in the catalog, or as an input describes it. */
export type Shelf = {
  findPrice: (id: string) => Price | undefined;
  findProduct: (id: string) => Product | undefined;
  /** Makes the price, and its product, that an item describes. */
  makeItem: (input: NonNullable<ItemInput['price']>) => { price: Price; product: Product };
};

/**
 * Returns what a sale consists of, in the order of the request.
 *
 * @throws PaddleApiError if a price does not exist, is archived, occurs twice, or does not go with the others
 * @evidence official: the rules and their codes. assumed: an archived price or product is not found
 */
export function sellItems(inputs: readonly ItemInput[], shelf: Shelf): SoldItem[] {
  inputs.forEach(refuseMalformed);
  refuseMissingPrices(inputs, shelf);
  const items = inputs.map((input): SoldItem => ({ ...find(input, shelf), quantity: input.quantity }));
  refuseMismatch(items);
  return items;
}

function refuseMalformed({ price_id, price }: ItemInput, index: number): void {
  if (price_id !== undefined && price !== undefined) throw paddleError('transaction_both_price_id_and_object_found');
  if (price?.product_id !== undefined && price.product !== undefined) throw ambiguous(index);
}

/** Makes the error for an item whose price, or its product, is given twice or not at all. */
export function ambiguous(index: number) {
  return badRequest([{ field: `items.${index}.price`, message: 'Must validate one and only one schema (oneOf)' }]);
}

function refuseMissingPrices(inputs: readonly ItemInput[], { findPrice }: Shelf): void {
  const ids = inputs.flatMap(({ price_id }) => price_id ?? []);
  const missing = ids.filter((id) => findPrice(id)?.status !== 'active');
  if (missing.length > 0) {
    const hint = `${missing[0]} does not exist or is archived.`;
    throw paddleError('transaction_price_not_found', { price_ids: missing.join(', '), hint });
  }
  if (new Set(ids).size < ids.length) throw paddleError('transaction_duplicate_price_ids');
}

function find({ price_id, price }: ItemInput, shelf: Shelf): Omit<SoldItem, 'quantity'> {
  if (price) return shelf.makeItem(price);
  const found = shelf.findPrice(price_id ?? '');
  if (!found) throw new Error('A price of a transaction was not found.');
  return { price: found, product: requireProduct(found.product_id, shelf) };
}

/** @throws PaddleApiError if the product does not exist or is archived */
export function requireProduct(id: string, { findProduct }: Pick<Shelf, 'findProduct'>): Product {
  const product = findProduct(id);
  if (product?.status === 'active') return product;
  throw paddleError('transaction_product_not_found', { hint: `${id} does not exist or is archived.` });
}

function refuseMismatch(items: readonly SoldItem[]): void {
  for (const { price, quantity } of items) {
    const { minimum, maximum } = price.quantity;
    if (quantity < minimum || quantity > maximum)
      throw paddleError('transaction_item_quantity_out_of_range', {
        hint: `The quantity of ${price.id} must be between ${minimum} and ${maximum}.`,
      });
  }
  if (differ(items.map(({ price }) => price.billing_cycle)))
    throw paddleError('transaction_price_different_billing_cycle');
  if (differ(items.map(({ price }) => lengthOf(price.trial_period)))) {
    const message = 'cannot have different trial period intervals and/or frequencies';
    throw paddleError('transaction_price_different_trial_period', {
      errors: [{ field: 'items.price.trial_period', message }],
    });
  }
}

function lengthOf(trial: Price['trial_period']) {
  return trial && { interval: trial.interval, frequency: trial.frequency };
}

/**
 * Compares values other than `null`.
 *
 * @evidence official: items share one billing cycle and one trial period. assumed: items without a trial go with those
 *   that have one
 */
function differ(values: readonly (object | null)[]): boolean {
  const [first, ...others] = values.filter((value) => value !== null);
  return others.some((value) => !isDeepStrictEqual(value, first));
}
