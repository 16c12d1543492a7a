import { type Aim, median, renderAim, renderTable } from './figures.ts';
import { cpuPerRequest } from './load.ts';
import { startProgram } from './servers/servers.ts';
import { lastYear } from './transactions.ts';
import { get } from './workloads.ts';

const series = [
  'active-subscribers',
  'monthly-recurring-revenue',
  'monthly-recurring-revenue-change',
  'revenue',
  'refunds',
  'chargebacks',
  'checkout-conversion',
];
const aim: Aim = { atMost: 50 };

/**
 * Measures the processor time of a year of each series of an account with so many transactions. Other accounts wait for
 * no more than that.
 */
export async function measureMetrics(transactions: number, rounds: number): Promise<string> {
  const program = import.meta.resolve('./servers/growth-server.ts');
  await using server = await startProgram<{ url: string; keys: string[] }>(program, `${transactions}`);
  const year = new URLSearchParams(lastYear(transactions));
  const rows: string[][] = [];
  for (const name of series) {
    const costs: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const cost = await cpuPerRequest(
        { ...server, apiKey: server.keys[0] ?? '' },
        [get(`/metrics/${name}?${year}`)],
        10,
      );
      if (round > 0) costs.push(cost / 1e6); // Round 0 warms up.
    }
    const took = median(costs);
    rows.push([name, `${took.toFixed(1)} ms`, renderAim(aim, took)]);
  }
  return renderTable(
    [`A year of ${transactions.toLocaleString('en')} transactions`, 'of a core', 'target, in ms'],
    rows,
  );
}
