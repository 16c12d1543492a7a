import type { components } from '#openapi/generated/guide.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import { archivableMoves, updateOperation } from '../archivable-moves.ts';
import { storeCustomData, type WithCustomData } from '../custom-data.ts';
import { move } from '../moves.ts';
import type { Product } from './kind.ts';

export type ProductCreate = WithCustomData<components['schemas']['product-create']>;
export type ProductUpdate = WithCustomData<components['schemas']['product-update']>;

const moves = archivableMoves('products');

/**
 * Creates a product. Every tax category counts as approved for the account.
 *
 * @evidence observed 2023-08-09: active, with `null` for fields that were not sent; official: of the type standard
 */
export function create(input: ProductCreate, { id, now, behaviours }: Creation): ChangeOf<'products'> {
  const product: Product = {
    id,
    name: input.name,
    description: input.description ?? null,
    type: input.type ?? 'standard',
    tax_category: input.tax_category,
    image_url: input.image_url ?? null,
    custom_data: storeCustomData(input.custom_data, behaviours),
    status: 'active',
    import_meta: null,
    created_at: now,
    updated_at: now,
  };
  return announce(product, 'product.created');
}

/** Announces a new product. */
export function announce(product: Product, type: 'product.created' | 'product.imported'): ChangeOf<'products'> {
  const status = move(moves, 'announce', product);
  return changed('products', { ...product, status }, [type]);
}

/** Rejects new prices of an archived product. @evidence official: archived entities cannot be used; assumed for the code */
export function refuseArchivedProduct(product: Product): void {
  move(moves, 'use', product);
}

/** Changes the fields that were sent. */
export function update(product: Product, input: ProductUpdate, { now, behaviours }: Moment): ChangeOf<'products'> {
  const status = move(moves, updateOperation(input), product);
  const { custom_data = product.custom_data, ...fields } = input;
  const entity: Product = {
    ...product,
    ...fields,
    status,
    custom_data: storeCustomData(custom_data, behaviours),
    updated_at: now,
  };
  return changed('products', entity, ['product.updated']);
}
