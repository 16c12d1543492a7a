import { type Aim, median, medianRatio, renderAim, renderTable } from './figures.ts';
import { cpuPerRequest } from './load.ts';
import { startProgram } from './servers/servers.ts';
import { transactionWorkloads } from './transactions.ts';

const aim: Aim = { atMost: 1.2 };

/**
 * Compares the processor time of lists of transactions in a small and a large account of one server, and prints a table.
 * Each round asks both for each page once, and ratios are made within a round.
 *
 * @param sizes numbers of transactions
 */
export async function measureTransactionGrowth(
  sizes: readonly [few: number, many: number],
  rounds: number,
): Promise<string> {
  const names = sizes.map(String);
  const program = import.meta.resolve('./servers/growth-server.ts');
  await using server = await startProgram<{ url: string; keys: string[] }>(program, ...names);
  const rows: string[][] = [];
  for (const [name, requestsFor] of Object.entries(transactionWorkloads)) {
    const costs: [small: number[], large: number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      // Alternates the order, since the second account starts from the first one's caches.
      for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const requests = requestsFor(sizes[at]);
        const cost = await cpuPerRequest({ ...server, apiKey: server.keys[at] ?? '' }, requests, requests.length);
        if (round > 0) costs[at].push(cost); // Round 0 warms up.
      }
    }
    const [small, large] = costs;
    const ratio = medianRatio(large, small);
    const shown = costs.map((cost) => `${(median(cost) / 1000).toFixed(0)} µs`);
    rows.push([name, ...shown, ratio.toFixed(2), renderAim(aim, ratio)]);
  }
  const heads = sizes.map((size) => `${size.toLocaleString('en')} transactions`);
  return renderTable(['Lists of transactions, of a core', ...heads, 'ratio', 'target'], rows);
}
