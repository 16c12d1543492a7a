import type { IdPrefix } from '../../../ids/ids.ts';
import type { Put } from '../../../state/change.ts';
import type { Moment } from '../../../time/moment.ts';
import type { Price } from '../../prices/kind.ts';
import { create as createPrice } from '../../prices/transitions.ts';
import type { Product } from '../../products/kind.ts';
import { create as createProduct } from '../../products/transitions.ts';
import { type ItemInput, requireProduct, type Shelf } from './items.ts';

type PriceInput = NonNullable<ItemInput['price']>;

/**
 * Makes prices and products that are sold once and stay out of the catalog.
 *
 * @evidence official: both have the type `custom`, and other fields are as in the catalog. assumed: no event announces
 *   them
 */
export class CustomItems {
  /** New prices and products, to be stored. */
  readonly puts: Put[] = [];
  readonly #moment: Moment;
  readonly #nextId: (prefix: IdPrefix) => string;
  readonly #findProduct: Shelf['findProduct'];

  constructor(moment: Moment, nextId: (prefix: IdPrefix) => string, findProduct: Shelf['findProduct']) {
    this.#moment = moment;
    this.#nextId = nextId;
    this.#findProduct = findProduct;
  }

  /** Makes the price, and its product if it is new. */
  make({ product_id, product: described, ...input }: PriceInput): { price: Price; product: Product } {
    const product = described
      ? this.#made(createProduct({ ...described, type: 'custom' }, this.#creation('pro')).puts[0])
      : requireProduct(product_id ?? '', { findProduct: this.#findProduct });
    const { minimum = 1, maximum = Math.max(100, minimum) } = input.quantity ?? {};
    const terms = { ...input, product_id: product.id, type: 'custom' as const, quantity: { minimum, maximum } };
    const price = this.#made(createPrice(product, terms, this.#creation('pri')).puts[0]);
    return { price, product };
  }

  #made<One extends Put>(put: One): One['entity'] {
    this.puts.push(put);
    return put.entity;
  }

  #creation(prefix: IdPrefix) {
    return { ...this.#moment, id: this.#nextId(prefix) };
  }
}
