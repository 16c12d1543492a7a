import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { commandsOf, type Model } from '../../lifecycles/commands.ts';
import { laws } from '../../suite/laws.ts';
import type { State } from './model.ts';
import { settingMoves } from './moves.ts';

export default laws(({ target, test, replayPath }) => {
  const steps = commandsOf(settingMoves(target));

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
    await assertProperty(property, 15);
  });
});
