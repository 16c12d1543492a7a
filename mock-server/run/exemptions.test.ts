import { expect, test } from 'vitest';
import { exemptions } from './exemptions.ts';

const ownMachine = 'localhost,127.0.0.1,::1';

test('this machine is exempt', () => {
  expect(exemptions()).toBe(ownMachine);
  expect(exemptions('')).toBe(ownMachine);
});

test('inherited exemptions stay', () => {
  expect(exemptions('localhost, .corp.example\t10.0.0.0/8')).toBe(`${ownMachine},.corp.example,10.0.0.0/8`);
});

test.each(['*', 'paddle.com', '.paddle.com', '*.paddle.com', 'API.paddle.com:443', 'com', 'addle.com'])(
  "Paddle's API is never exempt, even with %s",
  (entry) => {
    expect(exemptions(`intranet,${entry}`)).toBe(`${ownMachine},intranet`);
  },
);
