import { expect, test } from '@jest/globals';
import { usePaddock } from 'paddle-paddock/jest';
import { signUp } from '../shop/sign-up.js';

const paddock = usePaddock();

test('fails on purpose to show its output', async () => {
  await paddock().webhooks.collect();
  await signUp({ email: 'kim@example.com', name: 'Kim' });
  await paddock().settle();
  expect('this').toBe('never so');
});
