import fc from 'fast-check';
import { test } from '../../runner/test-api.ts';
import { replayPath, runs, target } from '../../targets/under-test.ts';
import { commands } from './commands.ts';
import type { Model } from './model.ts';

test('customers-and-addresses: any sequence of requests, legal or not, is answered as the model says', async ({
  skip,
}) => {
  if (!target.can.isolate) skip('the target has entities that the model does not know');
  const { behaviours } = target;
  const sequences = fc.commands(commands(behaviours), {
    maxCommands: 60,
    size: '+1',
    ...(replayPath && { replayPath }),
  });
  const property = fc.asyncProperty(sequences, async (sequence) => {
    const model: Model = { behaviours, customers: [], addresses: [] };
    await fc.asyncModelRun(() => ({ model, real: target.newAccount() }), sequence);
  });
  await fc.assert(property, { numRuns: runs(40) });
});
