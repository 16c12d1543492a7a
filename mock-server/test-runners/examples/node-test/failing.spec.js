import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usePaddock } from 'paddle-paddock/node-test';
import { signUp } from '../shop/sign-up.js';

test('fails on purpose to show its output', async (t) => {
  const paddock = await usePaddock(t);
  await paddock.webhooks.collect();
  await signUp({ email: 'kim@example.com', name: 'Kim' });
  await paddock.settle();
  assert.equal('this', 'never so');
});
