import type { SoldItem } from '../transactions/sale/items.ts';
import type { Subscription } from './kind.ts';

/** Makes an item that was sold now. @evidence observed 2024-04-12: created and billed when it was added */
export function newItem(
  { price, product, quantity }: SoldItem,
  { status, next_billed_at }: Pick<Subscription, 'status' | 'next_billed_at'>,
  now: string,
): Subscription['items'][number] {
  return {
    status: status === 'paused' ? 'inactive' : 'active',
    quantity,
    recurring: true,
    created_at: now,
    updated_at: now,
    previously_billed_at: now,
    next_billed_at,
    trial_dates: null,
    price,
    product,
  };
}
