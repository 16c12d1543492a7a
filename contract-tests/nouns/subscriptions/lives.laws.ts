import fc, { type AsyncCommand } from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import type { Move } from '../../lifecycles/move.ts';
import { laws } from '../../suite/laws.ts';
import { beginLife, birthday } from './life.ts';
import { bornAt } from './life-model.ts';
import { movesOf, type State } from './life-moves.ts';

type Life = Awaited<ReturnType<typeof beginLife>>;
type Model = { state: State };

const trialDays = 14;
const trial_period = { interval: 'day', frequency: trialDays, requires_payment_method: true };

/** Makes a move, and compares the subscription and its bills with the model. */
function commandOf({ text, plan }: Move<State>): AsyncCommand<Model, Life> {
  return {
    check: ({ state }) => plan(state) !== null,
    async run(model, { account, bills, credit }) {
      const planned = plan(model.state);
      if (!planned) return;
      model.state = planned.next(model.state, await planned.send(account));
      const { life } = model.state;
      // Bills of changes that were declined are no part of a life.
      const shown = (await bills()).filter(
        ({ origin, status }) =>
          origin !== 'subscription_payment_method_change' &&
          (origin !== 'subscription_update' || status === 'completed'),
      );
      const sums = shown.map(({ status, details: { totals } }) => ({
        ...{ status, total: Number(totals.total), credit: Number(totals.credit) },
      }));
      expect(sums).toEqual(life.bills);
      expect(Number((await credit())?.available ?? 0)).toBe(life.credit);
    },
    toString: () => text,
  };
}

export default laws(({ target, test, replayPath }) => {
  const commands = movesOf(target).map((moves) => moves.map(commandOf));

  test('lifecycles: a subscription lives as the model says, whatever is asked for and however time passes', async (context) => {
    const sequences = fc.commands(commands, { maxCommands: 25, size: '+1', ...(replayPath && { replayPath }) });
    const property = fc.asyncProperty(fc.boolean(), sequences, async (isTrial, sequence) => {
      const life = await beginLife(context, isTrial ? { price: { trial_period } } : {});
      const price_id = (await life.read()).items[0]?.price.id ?? '';
      const born = bornAt(Date.parse(birthday), isTrial ? trialDays : 0);
      const model: Model = { state: { life: born, path: life.path, price_id } };
      await fc.asyncModelRun(() => ({ model, real: life }), sequence);
    });
    await assertProperty(property, 8);
  });
});
