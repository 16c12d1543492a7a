/**
 * A mock to be killed. It loads its modules first and then waits for the data file, so that a test can have the next
 * server ready. With a kill order, it sends itself SIGKILL before that statement.
 */
import { type SQLInputValue, StatementSync } from 'node:sqlite';
import { startPaddock } from '../../index.ts';

/** Order to the server: to start, or to die before the nth statement that writes, counted from 1. */
export type Order = { start: KillableOptions } | { dieBeforeWrite: number };

export type KillableOptions = { data: string; webhookUrl: string };

/** Message of the server once it serves. */
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
  // Transactions begin and end with statements too, so it may die before a COMMIT.
  Object.assign(StatementSync.prototype, {
    run(this: StatementSync, ...values: SQLInputValue[]) {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return Reflect.apply(run, this, values);
    },
  });
}
