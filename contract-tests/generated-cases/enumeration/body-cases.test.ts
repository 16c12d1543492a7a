import { expect, test } from 'vitest';
import { schemaCompiler } from '#openapi/document/validator.ts';
import { guideBehaviours } from '../../contract/behaviours.ts';
import { contractOf } from '../../contract/document.ts';
import { bodyCasesOf } from './body-cases.ts';

const contract = contractOf(guideBehaviours);
let emails = 0;
const freshEmail = () => `sam.${++emails}@example.com`;
const withBody = contract.operations.filter((operation) => bodyCasesOf(contract, operation, freshEmail).length > 0);

test.each(withBody)('a validator agrees with the expected result of each case of $id', (operation) => {
  const validate = schemaCompiler(contract.document)(operation.bodySchema ?? '');
  const decidedOtherwise = bodyCasesOf(contract, operation, freshEmail).filter(
    ({ value, refusedAt }) => validate(value) !== (refusedAt === null),
  );
  expect(decidedOtherwise.map(({ text }) => text)).toEqual([]);
});

test('cases are in a fixed order and have unique titles', () => {
  for (const operation of withBody) {
    const titles = bodyCasesOf(contract, operation, freshEmail).map(({ text }) => text);
    expect(titles).toEqual(bodyCasesOf(contract, operation, freshEmail).map(({ text }) => text));
    expect(new Set(titles).size).toBe(titles.length);
  }
  expect(withBody).not.toEqual([]);
});
