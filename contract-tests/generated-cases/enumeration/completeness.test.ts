import { describe, expect, test } from 'vitest';
import { isObject, type Json } from '#openapi/document/json.ts';
import { guideBehaviours, officialBehaviours } from '../../contract/behaviours.ts';
import { contractOf } from '../../contract/document.ts';
import { bodyCasesOf } from './body-cases.ts';
import { type Probe, probeKinds } from './probe.ts';
import { fieldsOf } from './testing/fields.ts';
import { missingCases } from './testing/missing-cases.ts';

let emails = 0;
const freshEmail = () => `sam.${++emails}@example.com`;

/** Returns the fields and the cases of each operation with a body. */
function madeFor(behaviours: typeof guideBehaviours) {
  const contract = contractOf(behaviours);
  return contract.operations.flatMap((operation) => {
    const fields = fieldsOf(contract, operation);
    return fields.length === 0 ? [] : [{ operation, fields, probes: bodyCasesOf(contract, operation, freshEmail) }];
  });
}

const profiles = { guide: madeFor(guideBehaviours), official: madeFor(officialBehaviours) };
const all = Object.entries(profiles).flatMap(([profile, made]) => made.map((one) => ({ profile, ...one })));

describe('the generated bodies', () => {
  test.each(all)('try everything for each field of $operation.id, $profile', ({ fields, probes }) => {
    expect(missingCases(fields, probes)).toEqual([]);
  });

  test('try fields inside fields', () => {
    expect(profiles.guide.flatMap(({ fields }) => fields.map(({ place }) => place.join('.')))).toEqual(
      expect.arrayContaining(['name', 'custom_data.key', 'import_meta.external_id', 'contacts.0.email']),
    );
  });
});

describe('missing cases are found', () => {
  test.each(all)('if a field of $operation.id has none, $profile', ({ fields, probes }) => {
    for (const field of fields) {
      const name = field.place.join('.') || '(root)';
      const missing = missingCases(
        [field],
        probes.filter(({ text }) => !text.startsWith(`${name}: `)),
      );
      expect(missing, name).toContain(`${name}: null`);
    }
  });

  test.each(probeKinds)('if there are none of the kind %s', (kind) => {
    const missing = all.flatMap(({ fields, probes }) =>
      missingCases(
        fields,
        probes.filter((one) => one.kind !== kind),
      ),
    );
    expect(missing.length).toBeGreaterThan(0);
  });

  const reaches = (isWanted: (value: Json | undefined) => boolean) => {
    const within = (value: Json | undefined): boolean =>
      isWanted(value) || (typeof value === 'object' && value !== null && Object.values(value).some(within));
    return ({ value }: Probe) => within(value);
  };
  test.each<[string, (probe: Probe) => boolean]>([
    ['name: absent', ({ text }) => text.endsWith(': without name')],
    ['name: null', reaches((value) => value === null)],
    ['custom_data: {}', reaches((value) => isObject(value) && Object.keys(value).length === 0)],
    ['name: of type number', reaches((value) => value === 1.5)],
    ['name: of type array', reaches((value) => Array.isArray(value) && value.length === 0)],
    ['name: maxLength 1024, with 1025', ({ text }) => /: 1025 /.test(text)],
    ['name: maxLength 1024, with 1023', ({ text }) => /: 1023 /.test(text)],
    ['email: minLength 1, with 0', reaches((value) => value === '')],
    ['custom_data: maxProperties 50, with 51', ({ text }) => /: 51 /.test(text)],
    ['status: archived', reaches((value) => value === 'archived')],
    ['status: outside of the enum', ({ kind, refusedAt }) => kind === 'enums' && refusedAt !== null],
    ['(root): an unknown field', ({ kind }) => kind === 'unknown fields'],
    ['name: unicode', reaches((value) => typeof value === 'string' && /[^\0-\x7f]/.test(value))],
    ['custom_data.key: very long', reaches((value) => typeof value === 'string' && value.length > 50_000)],
  ])('%s', (missing, isDropped) => {
    const { fields = [], probes = [] } =
      profiles.guide.find(({ operation }) => operation.id === 'updateCustomer') ?? {};
    expect(missingCases(fields, probes)).toEqual([]);
    expect(
      missingCases(
        fields,
        probes.filter((probe) => !isDropped(probe)),
      ),
    ).toContain(missing);
  });
});
