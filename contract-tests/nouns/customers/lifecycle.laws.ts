import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { commandsOf, type Model } from '../../lifecycles/commands.ts';
import { laws } from '../../suite/laws.ts';
import { addressMoves } from '../addresses/moves.ts';
import { businessMoves } from '../businesses/moves.ts';
import { portalMoves } from '../portal-sessions/moves.ts';
import { readEvents } from './event-moves.ts';
import { emptyState, rulesOf, type State } from './model.ts';
import { customerMoves } from './moves.ts';

const fixedEmails = ['ada@example.com', 'bob+1@example.com', 'cy@mail.example.com', 'di@example.com'];

export default laws(({ target, test, replayPath }) => {
  const rules = rulesOf(target);
  const nouns = [customerMoves(rules), addressMoves(rules), businessMoves(rules), portalMoves(rules)];
  const steps = commandsOf({
    moves: [...nouns.flatMap(({ moves }) => moves), ...(target.can.isolate ? [fc.constant(readEvents)] : [])],
    contended: nouns.flatMap(({ contended }) => contended),
    walks: nouns.flatMap(({ walks }) => walks),
    ...(target.can.isolate ? { settle: readEvents } : {}),
  });

  test('lifecycles and concurrency: any sequence of requests about customers and what is theirs, legal or not, some at the same time, is answered as the model says', async () => {
    const sequences = fc.commands(steps, { maxCommands: 60, size: '+1', ...(replayPath && { replayPath }) });
    const property = fc.asyncProperty(sequences, async (sequence) => {
      const emails = target.can.isolate ? fixedEmails : fixedEmails.map(() => target.freshEmail());
      const model: Model<State> = { states: [emptyState(emails)] };
      await fc.asyncModelRun(() => ({ model, real: target.newAccount() }), sequence);
    });
    await assertProperty(property);
  });
});
