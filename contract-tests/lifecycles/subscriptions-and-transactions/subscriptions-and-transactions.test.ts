import fc from 'fast-check';
import { createAddress, createCustomer } from '../../resources/arrange.ts';
import { test } from '../../runner/test-api.ts';
import type { Account } from '../../targets/account.ts';
import { replayPath, runs, target } from '../../targets/under-test.ts';
import { commandsOf, type Model } from '../commands.ts';
import type { Owner, State } from './model.ts';
import { contendedReadingMoves, readingMoves, readingWalks } from './moves.ts';

const steps = commandsOf({ moves: readingMoves, contended: contendedReadingMoves, walks: readingWalks });

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
  await fc.assert(property, { numRuns: runs(15) });
});

async function createOwner(account: Account): Promise<Owner> {
  const { customer_id, id } = await createAddress(account, await createCustomer(account));
  return { customer_id, address_id: id };
}
