/**
 * Measures Paddock beside bare Express 5 and Prism, in one run. Run with `npm run bench`, which builds first.
 *
 * `--quick` takes fewer and shorter rounds; `--write` puts the tables into README.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureColdStarts } from './cold-starts.ts';
import { measureServers } from './measure-servers.ts';
import { moveToCore } from './pin-to-core.ts';
import { replaceBetweenMarkers } from './replace-between-markers.ts';
import { renderReport } from './report.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const [rounds, seconds] = values.quick ? [2, 1] : [5, 2];
const readme = new URL('../../README.md', import.meta.url);
const loadCore = 1;

const coldStarts = await measureColdStarts(rounds);
moveToCore(loadCore);
const measured = await measureServers(rounds, seconds, (line) => console.error(line));
const report = renderReport({ measured, coldStarts, rounds, seconds });
console.log(report);
if (values.write) await writeFile(readme, replaceBetweenMarkers(await readFile(readme, 'utf8'), report));
