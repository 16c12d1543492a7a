/** Generates `CLAIMS.md` from `claims.yaml`. Run with `npm run generate`. */
import { writeFile } from 'node:fs/promises';
import * as ledger from './ledger.ts';
import { renderClaims } from './render-claims.ts';

await writeFile(new URL('../CLAIMS.md', import.meta.url), renderClaims(ledger));
