import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

test('a won chargeback is a loss and an equal gain in the report of the balance', async () => {
  await using paddock = await startPaddock({
    profile: 'official',
    clock: { now: '2026-07-01T00:00:00Z', frozen: true },
  });
  await paddock.trigger('adjustment.created', { overrides: { action: 'chargeback_reverse' } });
  const { data: report } = await call(paddock, 'POST', '/reports', { type: 'payout_reconciliation' });
  await paddock.clock.advance({ seconds: 10 });
  const { data: link } = await call(paddock, 'GET', `/reports/${report.id}/download-url`);
  const [headings = '', ...lines] = (await (await fetch(link.url)).text()).trim().split('\r\n');
  const names = headings.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
  const earningsOf = (type: string) =>
    rows.flatMap((row) => (row['balance_movement_type'] === type ? Number(row['earnings']) : []));
  const [lost = 0] = earningsOf('chargeback');
  expect(lost).toBeLessThan(0);
  expect(earningsOf('chargeback_reverse')).toEqual([-lost]);
});
