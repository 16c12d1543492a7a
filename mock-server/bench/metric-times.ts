import { type Aim, percentile, renderAim, renderTable } from './figures.ts';
import { lookOn } from './hostile/look-on.ts';
import { startProgram } from './servers/servers.ts';
import { lastYear } from './transactions.ts';

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
 * Asks for a year of each series of an account with so many transactions, and measures the response times of another
 * account meanwhile.
 */
export async function measureMetrics(transactions: number): Promise<string> {
  const program = import.meta.resolve('./servers/growth-server.ts');
  await using server = await startProgram<{ url: string; keys: string[] }>(program, `${transactions}`);
  const headers = { authorization: `Bearer ${server.keys[0]}` };
  const range = new URLSearchParams(lastYear(transactions));
  const rows: string[][] = [];
  for (const name of series) {
    const { tookMs, waits } = await lookOn(server.url, async () => {
      const answer = await fetch(`${server.url}/metrics/${name}?${range}`, { headers });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`Could not measure ${name}: the answer is ${answer.status}.`);
    });
    const longest = percentile(waits, 100);
    rows.push([name, `${tookMs.toFixed(0)} ms`, `${longest.toFixed(0)} ms`, renderAim(aim, longest)]);
  }
  const head = `A year of ${transactions.toLocaleString('en')} transactions`;
  return renderTable([head, 'takes', 'others wait at most', 'target, in ms'], rows);
}
