import { paddleError } from '../../errors/errors.ts';
import { type Moves, type Refusal, refuse } from '../moves.ts';
import type { Discount } from './kind.ts';

/** Operations of discounts. `use` applies one to a transaction. */
export type DiscountOperation = 'announce' | 'use' | 'update' | 'archive' | 'reactivate' | 'expire' | 'useUp';

const archived: Refusal<Discount> = ({ id }) => paddleError('entity_archived', { entity: 'Discount', id });

/**
 * Legal moves of discounts. Updates can make expired and used ones active again, since they can change the date of
 * expiry and the limit.
 *
 * @evidence official: archived discounts can only be reactivated; expired and used ones cannot be applied to
 * transactions until the date or the limit is changed
 */
export const discountMoves: Moves<Discount, DiscountOperation> = {
  announce: { active: 'active', expired: 'active', used: 'active', archived },
  use: {
    active: 'active',
    expired: refuse('discount_expired'),
    used: refuse('discount_usage_limit_exceeded'),
    archived,
  },
  update: { active: 'active', expired: 'active', used: 'active', archived },
  archive: { active: 'archived', expired: 'archived', used: 'archived', archived },
  reactivate: { active: 'active', expired: 'active', used: 'active', archived: 'active' },
  expire: { active: 'expired', expired: 'expired', used: 'used', archived: 'archived' },
  useUp: { active: 'used', expired: 'used', used: 'used', archived: 'archived' },
};
