import { expect, test } from 'vitest';
import { forTerminal } from './print.ts';

test.each([
  ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
  ['\u009b31mred', '\\u009b31mred'],
  ['over\rwritten\b', 'over\\u000dwritten\\u0008'],
  ['\u202egnp.exe', '\\u202egnp.exe'],
  ['Zoë\tMüller\n日本 🎉', 'Zoë\tMüller\n日本 🎉'],
])('%j is shown as %j', (text, shown) => {
  expect(forTerminal(text)).toBe(shown);
});

test('JSON keeps its meaning when printed', () => {
  const value = { '\u009bkey': 'a\u001b[2J\u2066b' };
  expect(JSON.parse(forTerminal(JSON.stringify(value)))).toEqual(value);
});
