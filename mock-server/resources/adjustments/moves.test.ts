import { expect, test } from 'vitest';
import { buildAdjustment } from '#fixtures/index.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { moveAdjustment } from './moves.ts';

test.each([
  ['pending_approval', { approve: 'approved', reject: 'rejected', reverse: null }],
  ['approved', { approve: null, reject: null, reverse: 'reversed' }],
  ['rejected', { approve: null, reject: null, reverse: null }],
  ['reversed', { approve: null, reject: null, reverse: null }],
] as const)('one that is %s allows its moves, and no others', (status, expected) => {
  const adjustment = buildAdjustment({ overrides: { status } });
  for (const operation of ['approve', 'reject', 'reverse'] as const) {
    const move = () => moveAdjustment(operation, adjustment);
    if (expected[operation] === null) expect(move, operation).toThrow(PaddleApiError);
    else expect(move(), operation).toBe(expected[operation]);
  }
});
