import { expect, test } from 'vitest';
import { deliveryLine } from './delivery-line.ts';

const at = new Date('2026-07-01T09:08:07.065Z');

test('a delivery is one line: time, type, status, milliseconds', () => {
  const line = deliveryLine({ eventType: 'customer.updated', answer: 200, ms: 12 }, at);
  expect(line).toBe('09:08:07.065  customer.updated            200  12 ms');
});

test('control characters are not printed', () => {
  const line = deliveryLine({ eventType: '\u001b[2Jgone\nnext', answer: 'x\r', ms: 1 }, at);
  expect(line).toMatch(/^09:08:07\.065 {2}\?\[2Jgone\?next +x\? {2}1 ms$/);
});
