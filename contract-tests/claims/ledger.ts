import { readFileSync } from 'node:fs';
import { readLedger } from './read-ledger.ts';

/** All claims of `claims.yaml`, in its order, and the sections of the integration guide. The build writes them out. */
export const { claims, sections } = readLedger(readFileSync(new URL('../claims.yaml', import.meta.url), 'utf8'));
