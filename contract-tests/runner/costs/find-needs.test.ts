import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTarget } from '../../targets/start-target.ts';
import type { Target } from '../../targets/target.ts';
import type { LawBody } from '../test-api.ts';
import { findNeeds, type Withheld, withhold } from './find-needs.ts';

let [target, withheld]: [Target?, Withheld?] = [];
beforeAll(async () => {
  target = await startTarget('mock', { seed: 1 });
});
beforeEach(() => {
  if (target) withheld = withhold(target);
});
afterAll(() => target?.close());

const can = () => withheld?.target.can ?? {};
const laws: [string, readonly string[], LawBody][] = [
  ['asks for nothing', [], () => {}],
  ['can do without what it asks for', [], () => void can().clock],
  ['skips without a clock', ['clock'], ({ skip }) => void (can().clock ?? skip('no clock'))],
  [
    'needs a receiver, and then a clock',
    ['clock', 'receiver'],
    ({ skip }) => [can().receiver ?? skip('no receiver'), can().clock ?? skip('no clock')].forEach(() => {}),
  ],
  [
    'asks for more than it needs',
    ['clock'],
    ({ skip }) => {
      const isBare = !can().isolate;
      if (!can().clock) skip(isBare ? 'no clock and no accounts' : 'no clock');
    },
  ],
  ['has no verdict anyway', [], ({ skip }) => skip(`never, with ${typeof can().clock}`)],
  [
    'is broken without it',
    [],
    () => {
      if (!can().seed) throw new Error('it needs no capability to be broken');
    },
  ],
];

test.each(laws)('a law that %s needs %j', async (title, needs, body) => {
  if (!withheld) throw new Error('There is no target.');
  expect(await findNeeds({ title, body }, withheld)).toEqual(needs);
});
