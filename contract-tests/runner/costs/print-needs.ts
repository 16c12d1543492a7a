/** Prints as JSON what each law needs of a target besides the API, by its title, in the profile that is given. */
import { startTarget } from '../../targets/start-target.ts';
import { loadLaws } from '../load-laws.ts';
import { traceProperties } from '../properties.ts';
import { beginRun } from '../run.ts';
import { findNeeds, withhold } from './find-needs.ts';

const target = await startTarget(`mock:${process.argv[2]}`, { seed: 1 });
const withheld = withhold(target);
beginRun({ target: withheld.target, properties: { seed: 1, runs: 1 } });
traceProperties();
const found: Record<string, readonly string[]> = {};
for (const law of await loadLaws()) {
  const needs = await findNeeds(law, withheld);
  if (needs.length > 0) found[law.title] = needs;
}
await target.close();
console.log(JSON.stringify(found));
