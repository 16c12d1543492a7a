import type { components } from '#openapi/generated/guide.ts';
import type { Account } from '../../account/account.ts';
import { paddleError } from '../../errors/errors.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import { archivableMoves, updateOperation } from '../archivable-moves.ts';
import { move } from '../moves.ts';
import type { DiscountGroup } from './kind.ts';

export type DiscountGroupCreate = components['schemas']['discount-group-create'];
export type DiscountGroupUpdate = components['schemas']['discount-group-update'];

const moves = archivableMoves('discount_groups');

/** Returns the ID of the discount group that has the name. */
export function findConflict({ store }: Account, name: string | undefined): string | undefined {
  return name === undefined ? undefined : store.discount_groups.findIdBy('name', name);
}

/**
 * Creates a discount group.
 *
 * @param conflict ID of the group that has the name already
 * @evidence observed 2026-01-04: active
 */
export function create(
  { name }: DiscountGroupCreate,
  { id, now }: Creation,
  conflict: string | undefined,
): ChangeOf<'discount_groups'> {
  return announce({ id, status: 'active', name, import_meta: null, created_at: now, updated_at: now }, conflict);
}

/** Announces a new discount group. */
export function announce(group: DiscountGroup, conflict: string | undefined): ChangeOf<'discount_groups'> {
  const status = move(moves, 'announce', group);
  refuseConflict(group, conflict);
  return changed('discount_groups', { ...group, status }, ['discount_group.created']);
}

/** Changes the fields that were sent. */
export function update(
  group: DiscountGroup,
  input: DiscountGroupUpdate,
  { now }: Moment,
  conflict: string | undefined,
): ChangeOf<'discount_groups'> {
  const status = move(moves, updateOperation(input), group);
  refuseConflict(group, conflict);
  return changed('discount_groups', { ...group, ...input, status, updated_at: now }, ['discount_group.updated']);
}

/** Rejects new members of an archived group. @evidence official: archived entities cannot be used; assumed for the code */
export function refuseArchivedGroup(group: DiscountGroup): void {
  move(moves, 'use', group);
}

/** @evidence official; assumed, that archived groups count too and that letter case matters */
function refuseConflict({ id }: DiscountGroup, conflict: string | undefined): void {
  if (conflict !== undefined && conflict !== id)
    throw paddleError('discount_group_name_conflict', { discount_group_id: conflict });
}
