/**
 * A mock to be killed. It loads everything first and then waits to be told its data file, so that a test can have the
 * next one ready. Where it is told when to die, it kills itself with SIGKILL in front of that statement.
 */
import { type SQLInputValue, StatementSync } from 'node:sqlite';
import { startPaddock } from '../../index.ts';

/** What the server is told: to start, and in front of which statement that writes it is to die, counted from 1. */
export type Order = { start: KillableOptions } | { dieBeforeWrite: number };

export type KillableOptions = { data: string; webhookUrl: string };

/** What it says when it serves. */
export type KillableStarted = { url: string; apiKey: string };

process.on('message', async (order: Order) => {
  if ('dieBeforeWrite' in order) return dieBeforeWrite(order.dieBeforeWrite);
  const { data, webhookUrl } = order.start;
  const { url, apiKey } = await startPaddock({ data, rateLimit: false, webhook: { url: webhookUrl } });
  process.send?.({ url, apiKey } satisfies KillableStarted);
});
// Ends with the test that started it.
process.once('disconnect', () => process.exit());

function dieBeforeWrite(number: number): void {
  const { run } = StatementSync.prototype;
  let left = number;
  // Transactions begin and end with statements too, so that it may die in front of a COMMIT.
  Object.assign(StatementSync.prototype, {
    run(this: StatementSync, ...values: SQLInputValue[]) {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return Reflect.apply(run, this, values);
    },
  });
}
