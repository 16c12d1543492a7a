import type { Claim, Ledger } from './claim.ts';
import generated from './generated/ledger.json' with { type: 'json' };

// The cast restores the literals that types of JSON modules widen; the schema is validated when the file is generated.
const ledger = generated as Ledger;

/** All claims, in the order of `claims.yaml`. */
export const claims: readonly Claim[] = ledger.claims;

/** The sections of the integration guide. */
export const sections: readonly string[] = ledger.sections;
