/** Holds each law, under vitest, to what `generated/law-costs.json` says it costs. Not where one case is tried again. */
import { afterEach, beforeEach } from 'vitest';
import { lawFiles } from '../../laws.ts';
import { countExchanges } from '../under-vitest.ts';
import { counted } from './cost.ts';
import { findDrift } from './find-drift.ts';

const files = Object.keys(lawFiles);
let before = 0;

beforeEach(() => {
  before = countExchanges();
});

afterEach(({ task }) => {
  const isOfSuite = files.some((name) => task.file.name.endsWith(`contract-tests/${name}.test.ts`));
  const isWhole = task.result?.state === 'pass' && process.env['PADDOCK_PATH'] === undefined;
  const drift = isOfSuite && isWhole ? findDrift(task.name, countExchanges() - before, counted[task.name]) : null;
  if (drift !== null) throw new Error(`${drift}. Run npm run costs.`);
});
