import { type Aim, median, medianRatio, renderAim, renderRate, renderTable } from './figures.ts';
import { measureLoad } from './load.ts';
import { startMock } from './servers/servers.ts';
import { perCustomer, transactionWorkloads } from './transactions.ts';

const aim: Aim = { atMost: 1.2 };

/**
 * Compares lists of transactions on a small and on a large account, and prints a table.
 *
 * @param sizes numbers of transactions
 */
export async function measureTransactionGrowth(
  sizes: readonly [few: number, many: number],
  rounds: number,
  seconds: number,
): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const [few, many] = sizes;
  const start = (transactions: number) => startMock({ customers: Math.ceil(transactions / perCustomer), transactions });
  const small = stack.use(await start(few));
  const large = stack.use(await start(many));
  const rows: string[][] = [];
  for (const [name, requestsFor] of Object.entries(transactionWorkloads)) {
    const rates: { small: number[]; large: number[] } = { small: [], large: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const ofSmall = await measureLoad(small, requestsFor(few), seconds);
      const ofLarge = await measureLoad(large, requestsFor(many), seconds);
      if (round === 0) continue; // Warms up.
      rates.small.push(ofSmall);
      rates.large.push(ofLarge);
    }
    const ratio = medianRatio(rates.small, rates.large);
    const shown = [rates.small, rates.large].map((rate) => renderRate(median(rate)));
    rows.push([name, ...shown, ratio.toFixed(2), renderAim(aim, ratio)]);
  }
  const heads = sizes.map((size) => `${size.toLocaleString('en')} transactions`);
  return renderTable(['Lists of transactions', ...heads, 'times slower', 'target'], rows);
}
