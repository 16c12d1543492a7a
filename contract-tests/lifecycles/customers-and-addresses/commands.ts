import type { Arbitrary, AsyncCommand } from 'fast-check';
import type { Account } from '../../targets/account.ts';
import type { Behaviours } from '../../targets/behaviours.ts';
import { addressCommands } from './address-commands.ts';
import { customerCommands } from './customer-commands.ts';
import type { Model } from './model.ts';

/** Every step of the lifecycle, legal and illegal. */
export function commands(behaviours: Behaviours): Arbitrary<AsyncCommand<Model, Account>>[] {
  return [...customerCommands(behaviours), ...addressCommands(behaviours)];
}
