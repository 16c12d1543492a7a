/** Writes `generated/official.json` for whatever needs a file. It is not committed, since it follows from the others. */

import { readFile, writeFile } from 'node:fs/promises';
import { readDocument } from '../document/read.ts';
import { printJson } from './print-json.ts';

const file = new URL('../generated/official.json', import.meta.url);
const text = `${printJson(readDocument('official'))}\n`;
// Another process may be reading it.
if (text !== (await readFile(file, 'utf8').catch(() => null))) await writeFile(file, text);
