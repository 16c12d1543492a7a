import { expect, test } from 'vitest';
import guide from '#openapi/generated/guide.json' with { type: 'json' };
import official from '#openapi/generated/official.json' with { type: 'json' };
import { paddleErrorCodes } from './error-codes.ts';

test.for([
  ['guide', guide],
  ['official', official],
] as const)('every error code in the %s document has a name', ([, document]) => {
  const codes = Object.values(document.components.responses).flatMap((response) => response['x-error-codes']);
  expect(codes.length).toBeGreaterThan(10);
  expect(paddleErrorCodes).toEqual(expect.arrayContaining([...new Set(codes)]));
});
