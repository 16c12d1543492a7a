import type { Claim } from './claim.ts';

const text = { type: 'string', minLength: 1 } as const;
const textOrNull = { type: ['string', 'null'], minLength: 1 } as const;

function strict(properties: Readonly<Record<string, object>>) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

const claim = strict({
  id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  statement: text,
  guide: textOrNull,
  official: { anyOf: [{ type: 'null' }, strict({ statement: text, url: { type: 'string', pattern: '^https://' } })] },
  kind: { enum: ['schema', 'behaviour', 'limit', 'event', 'not-testable'] },
  agreement: { enum: ['agree', 'partly', 'diverge', 'guide silent', 'unpublished', 'ours'] },
  behaviour: textOrNull,
  reason: textOrNull,
  expected: strict({ guide: text, official: text }),
});

/** Content of `claims.yaml`: claims grouped by area. */
export type WrittenLedger = { sections: string[]; areas: { name: string; claims: Omit<Claim, 'area'>[] }[] };

/** The JSON Schema of `claims.yaml`. */
export const ledgerSchema = strict({
  sections: { type: 'array', items: text, uniqueItems: true },
  areas: { type: 'array', items: strict({ name: text, claims: { type: 'array', items: claim } }) },
});
