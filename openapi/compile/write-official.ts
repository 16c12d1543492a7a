/** Writes `generated/official.json` for whatever needs a file. It is not committed, since it follows from the others. */

import { writeFile } from 'node:fs/promises';
import { readDocument } from '../document/read.ts';
import { printJson } from './print-json.ts';

await writeFile(new URL('../generated/official.json', import.meta.url), `${printJson(readDocument('official'))}\n`);
