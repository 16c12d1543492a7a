/** Generates `generated/ledger.json` and `CLAIMS.md` from `claims.yaml`. Run with `npm run generate`. */
import { readFile, writeFile } from 'node:fs/promises';
import { readLedger } from './read-ledger.ts';
import { renderClaims } from './render-claims.ts';

const folder = new URL('../', import.meta.url);
const ledger = readLedger(await readFile(new URL('claims.yaml', folder), 'utf8'));

await writeFile(new URL('claims/generated/ledger.json', folder), `${JSON.stringify(ledger, null, 2)}\n`);
await writeFile(new URL('CLAIMS.md', folder), renderClaims(ledger));
