import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { Ledger } from './claim.ts';
import { ledgerSchema, type WrittenLedger } from './ledger-schema.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const isLedger = ajv.compile<WrittenLedger>(ledgerSchema);

/**
 * Reads the text of `claims.yaml`.
 *
 * @throws Error with the place of each violation of the schema.
 */
export function readLedger(yaml: string): Ledger {
  const written: unknown = parse(yaml);
  if (!isLedger(written)) throw new Error(`Could not read the ledger: ${ajv.errorsText(isLedger.errors)}.`);
  const claims = written.areas.flatMap(({ name, claims }) =>
    claims.map(({ id, ...rest }) => ({ id, area: name, ...rest })),
  );
  return { sections: written.sections, claims };
}
