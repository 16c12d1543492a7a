import fc from 'fast-check';
import { test } from '../../runner/test-api.ts';
import { replayPath, runs, target } from '../../targets/under-test.ts';
import { commandsOf, type Model } from '../commands.ts';
import { addressMoves, addressWalks, contendedAddressMoves } from './address-moves.ts';
import { businessMoves, businessWalks, contendedBusinessMoves } from './business-moves.ts';
import { contendedCustomerMoves, customerMoves, customerWalks } from './customer-moves.ts';
import { readEvents } from './event-moves.ts';
import { emptyState, type State } from './model.ts';
import { contendedPortalMoves, portalMoves } from './portal-moves.ts';

const steps = commandsOf({
  moves: [
    ...customerMoves,
    ...addressMoves,
    ...businessMoves,
    ...portalMoves,
    ...(target.can.isolate ? [fc.constant(readEvents)] : []),
  ],
  contended: [...contendedCustomerMoves, ...contendedAddressMoves, ...contendedBusinessMoves, ...contendedPortalMoves],
  walks: [...customerWalks, ...addressWalks, ...businessWalks],
  ...(target.can.isolate ? { settle: readEvents } : {}),
});

const fixedEmails = ['ada@example.com', 'bob+1@example.com', 'cy@mail.example.com', 'di@example.com'];

test('lifecycles and concurrency: any sequence of requests about customers and what is theirs, legal or not, some at the same time, is answered as the model says', async () => {
  const sequences = fc.commands(steps, { maxCommands: 60, size: '+1', ...(replayPath && { replayPath }) });
  const property = fc.asyncProperty(sequences, async (sequence) => {
    const emails = target.can.isolate ? fixedEmails : fixedEmails.map(() => target.freshEmail());
    const model: Model<State> = { states: [emptyState(emails)] };
    await fc.asyncModelRun(() => ({ model, real: target.newAccount() }), sequence);
  });
  await fc.assert(property, { numRuns: runs(25) });
});
