import fc from 'fast-check';
import { test } from '../../runner/test-api.ts';
import { replayPath, runs, target } from '../../targets/under-test.ts';
import { commandsOf, type Model } from '../commands.ts';
import type { State } from './model.ts';
import { contendedSettingMoves, settingMoves, settingWalks } from './moves.ts';

const steps = commandsOf({ moves: settingMoves, contended: contendedSettingMoves, walks: settingWalks });

test('lifecycles and concurrency: any sequence of requests about destinations, legal or not, some at the same time, is answered as the model says', async ({
  skip,
}) => {
  if (!target.can.isolate) skip('the account may have other destinations, of which ten may be active');
  const eventTypes = (await target.newAccount().call('listEventTypes')).data;
  const sequences = fc.commands(steps, { maxCommands: 60, size: '+1', ...(replayPath && { replayPath }) });
  const property = fc.asyncProperty(sequences, async (sequence) => {
    const model: Model<State> = { states: [{ eventTypes, settings: [] }] };
    await fc.asyncModelRun(() => ({ model, real: target.newAccount() }), sequence);
  });
  await fc.assert(property, { numRuns: runs(15) });
});
