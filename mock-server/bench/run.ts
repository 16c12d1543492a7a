/**
 * Measures Paddock beside bare Express 5 and Prism, in one run. Run with `npm run bench`, which builds first. The
 * manual is README.md beside this file.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureAccounts } from './account-memory.ts';
import { measureColdStarts } from './cold-starts.ts';
import { compareServers } from './compare-servers.ts';
import { measureConsole } from './console/measure.ts';
import { replaceBetweenMarkers } from './figures.ts';
import { measureHostile } from './hostile/measure.ts';
import { measureLayers } from './layers.ts';
import { moveToLoadCore } from './machine.ts';
import { measureMetrics } from './metric-times.ts';
import { measureRenewals } from './renewals.ts';
import { measureRestore } from './restore.ts';
import { measureSales } from './sales/measure.ts';
import { measureTransactionGrowth } from './transaction-growth.ts';
import { measureWebhooks } from './webhooks.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    accounts: { type: 'boolean', default: false },
    console: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    metrics: { type: 'boolean', default: false },
    renewals: { type: 'boolean', default: false },
    sales: { type: 'boolean', default: false },
    servers: { type: 'boolean', default: false },
    transactions: { type: 'boolean', default: false },
  },
});
if (values.accounts) {
  console.log(measureAccounts(50_000, 20));
  process.exit();
}
if (values.hostile) {
  console.log(await measureHostile((line) => console.error(line), positionals[0]));
  process.exit();
}
const log = (line: string) => console.error(line);
const [rounds, seconds] = values.quick ? [2, 1] : [5, 2];
if (values.console) {
  console.log(await measureConsole(values.quick ? 1 : 2, log));
  process.exit();
}
if (values.transactions) {
  moveToLoadCore();
  console.log(await measureTransactionGrowth([1_000, Number(positionals[0] ?? 1_000_000)], 2 * rounds));
  process.exit();
}
if (values.metrics) {
  moveToLoadCore();
  console.log(await measureMetrics(Number(positionals[0] ?? 1_000_000), rounds));
  process.exit();
}
if (values.renewals) {
  console.log(measureRenewals());
  process.exit();
}
if (values.sales) {
  moveToLoadCore();
  console.log(await measureSales(rounds, 300 * seconds));
  process.exit();
}
const readme = new URL('README.md', import.meta.url);
const coldStarts = values.servers ? '' : await measureColdStarts(rounds);
moveToLoadCore();
const tables = [await compareServers(rounds, seconds, log), coldStarts];
if (!values.servers) {
  tables.push(await measureWebhooks({ rounds: Math.ceil(rounds / 2), seconds: 1, deliveries: 5_000 * seconds }, log));
  tables.push(await measureSales(rounds, 300 * seconds));
  tables.push(measureRestore(2 * rounds), await measureLayers(4 * rounds, 1_500 * seconds));
}
const report = tables.filter((table) => table !== '').join('\n\n');
console.log(report);
if (values.write) await writeFile(readme, replaceBetweenMarkers(await readFile(readme, 'utf8'), report));
