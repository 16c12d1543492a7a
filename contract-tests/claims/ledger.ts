import type { Claim, Ledger } from './claim.ts';
import generated from './generated/ledger.json' with { type: 'json' };

// The types of JSON modules widen every literal, so this is where the schema's word is taken for it.
const ledger = generated as Ledger;

/** Every claim that the suite knows of, in the order of `claims.yaml`. */
export const claims: readonly Claim[] = ledger.claims;

/** The sections of the integration guide. */
export const sections: readonly string[] = ledger.sections;
