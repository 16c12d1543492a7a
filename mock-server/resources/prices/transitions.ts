import type { components } from '#openapi/generated/guide.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import { archivableMoves, updateOperation } from '../archivable-moves.ts';
import { storeCustomData, type WithCustomData } from '../custom-data.ts';
import { move } from '../moves.ts';
import type { Product } from '../products/kind.ts';
import { refuseArchivedProduct } from '../products/transitions.ts';
import type { Price } from './kind.ts';
import { refuseInvalidTerms, trialOf } from './terms.ts';

export type PriceCreate = WithCustomData<components['schemas']['price-create']>;
export type PriceUpdate = WithCustomData<components['schemas']['price-update']>;

const moves = archivableMoves('prices');

/**
 * Creates a price of a product.
 *
 * @evidence observed 2023-08-09: active and charged once, by the account's tax mode, for quantities from 1 to 100,
 * unless the request says otherwise; assumed for the code that refuses an archived product
 */
export function create(product: Product, input: PriceCreate, { id, now, behaviours }: Creation): ChangeOf<'prices'> {
  refuseArchivedProduct(product);
  const price: Price = {
    id,
    product_id: product.id,
    description: input.description,
    type: input.type ?? 'standard',
    name: input.name ?? null,
    billing_cycle: input.billing_cycle ?? null,
    trial_period: trialOf(null, input.trial_period),
    tax_mode: input.tax_mode ?? 'account_setting',
    unit_price: input.unit_price,
    unit_price_overrides: input.unit_price_overrides ?? [],
    quantity: input.quantity ?? { minimum: 1, maximum: 100 },
    status: 'active',
    custom_data: storeCustomData(input.custom_data, behaviours),
    import_meta: null,
    created_at: now,
    updated_at: now,
  };
  return announce(price, 'price.created');
}

/** Announces a new price. */
export function announce(price: Price, type: 'price.created' | 'price.imported'): ChangeOf<'prices'> {
  const status = move(moves, 'announce', price);
  refuseInvalidTerms(price);
  return changed('prices', { ...price, status }, [type]);
}

/** Changes the fields that were sent. */
export function update(price: Price, input: PriceUpdate, { now, behaviours }: Moment): ChangeOf<'prices'> {
  const status = move(moves, updateOperation(input), price);
  const { custom_data = price.custom_data, trial_period, ...fields } = input;
  const entity: Price = {
    ...price,
    ...fields,
    trial_period: trialOf(price.trial_period, trial_period),
    status,
    custom_data: storeCustomData(custom_data, behaviours),
    updated_at: now,
  };
  refuseInvalidTerms(entity);
  return changed('prices', entity, ['price.updated']);
}
