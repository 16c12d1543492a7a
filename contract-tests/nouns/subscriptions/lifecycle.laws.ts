import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { commandsOf, type Model } from '../../lifecycles/commands.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createAddress, createCustomer } from '../arrange.ts';
import type { Owner, State } from './model.ts';
import { readingMoves } from './moves.ts';

async function createOwner(account: Account): Promise<Owner> {
  const { customer_id, id } = await createAddress(account, await createCustomer(account));
  return { customer_id, address_id: id };
}

export default laws(({ target, test, replayPath }) => {
  const steps = commandsOf(readingMoves(target));

  test('lifecycles and concurrency: subscriptions and transactions read as the model says, whatever is put in and asked for, some at the same time', async ({
    skip,
  }) => {
    if (!target.can.seed) skip('the target cannot be seeded with subscriptions and transactions');
    const sequences = fc.commands(steps, { maxCommands: 60, size: '+1', ...(replayPath && { replayPath }) });
    const property = fc.asyncProperty(sequences, async (sequence) => {
      const account = target.newAccount();
      const owners = [await createOwner(account), await createOwner(account)];
      const model: Model<State> = { states: [{ owners, subscriptions: [], transactions: [] }] };
      await fc.asyncModelRun(() => ({ model, real: account }), sequence);
    });
    await assertProperty(property, 15);
  });
});
