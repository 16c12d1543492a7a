import { test } from 'paddle-paddock/vitest';
import { expect } from 'vitest';
import { signUp } from '../shop/sign-up.js';

test('fails on purpose to show its output', async ({ paddock }) => {
  await paddock.webhooks.collect();
  await signUp({ email: 'kim@example.com', name: 'Kim' });
  await paddock.settle();
  expect('this').toBe('never so');
});
