import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { csvRows } from '../../testing/csv-rows.ts';

test('a won chargeback is a loss and an equal gain in the report of the balance', async () => {
  await using paddock = await startPaddock({
    profile: 'official',
    clock: { now: '2026-07-01T00:00:00Z', frozen: true },
  });
  await paddock.trigger('adjustment.created', { overrides: { action: 'chargeback_reverse' } });
  const rows = await csvRows(paddock, { type: 'payout_reconciliation' });
  const earningsOf = (type: string) =>
    rows.flatMap((row) =>
      row['balance_movement_type'] === type ? Number(row['balance_movement_in_balance_currency']) : [],
    );
  const [lost = 0] = earningsOf('chargeback');
  expect(lost).toBeLessThan(0);
  expect(earningsOf('chargeback_reverse')).toEqual([-lost]);
});
