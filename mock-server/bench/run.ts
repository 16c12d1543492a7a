/**
 * Measures Paddock beside bare Express 5 and Prism, in one run. Run with `npm run bench`, which builds first.
 *
 * `--quick` takes fewer and shorter rounds; `--write` puts the tables into mock-server/bench/README.md. `--accounts` measures instead what
 * 50,000 accounts of 20 entities cost in memory, and `--hostile [TITLE]` how long others wait while the worst inputs known
 * are answered; for a long load there is `npm run soak`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureColdStarts } from './cold-starts.ts';
import { measureAccounts } from './measure-accounts.ts';
import { measureHostile } from './measure-hostile.ts';
import { measureLayers } from './measure-layers.ts';
import { measureRestore } from './measure-restore.ts';
import { measureServers } from './measure-servers.ts';
import { measureWebhooks } from './measure-webhooks.ts';
import { loadCore, moveToCore } from './pin-to-core.ts';
import { replaceBetweenMarkers } from './replace-between-markers.ts';
import { renderReport } from './report.ts';
import { renderWebhooks } from './webhook-report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    accounts: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
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
const [rounds, seconds] = values.quick ? [2, 1] : [5, 2];
const webhookRounds = values.quick
  ? { rounds: 1, seconds: 1, deliveries: 5_000 }
  : { rounds: 3, seconds: 1, deliveries: 10_000 };
const readme = new URL('README.md', import.meta.url);

const coldStarts = await measureColdStarts(rounds);
moveToCore(loadCore);
const log = (line: string) => console.error(line);
const measured = await measureServers(rounds, seconds, log);
const webhooks = await measureWebhooks(webhookRounds, log);
const restores = measureRestore(2 * rounds);
const layers = await measureLayers(4 * rounds, 1_500 * seconds);
const report = [
  renderReport({ measured, coldStarts, rounds, seconds }),
  renderWebhooks(webhooks),
  restores,
  layers,
].join('\n\n');
console.log(report);
if (values.write) await writeFile(readme, replaceBetweenMarkers(await readFile(readme, 'utf8'), report));
