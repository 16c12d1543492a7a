import { expect, test } from 'vitest';
import type { Law } from '../../suite/laws.ts';
import { killMutant, type Trial } from './kill-mutant.ts';
import type { Mutant } from './mutant.ts';

const law = (title: string): Law => ({ title, body: () => {} });
const laws = [law('ips: one'), law('get-404: two'), law('lists: three')];
const mutant: Mutant = { name: 'any', description: 'any', breaks: ['lists'], start: () => ({}) };

/** Scripts the outcomes of each law, in order; a law without an outcome is kept. */
function trial(broken: Readonly<Record<string, boolean[]>>, brokenByMock: readonly string[] = []) {
  const tried: string[] = [];
  const counting: Trial = {
    breaks: async (_, { title }) => {
      tried.push(title);
      return broken[title]?.shift() ?? false;
    },
    isKept: async ({ title }) => !brokenByMock.includes(title),
  };
  return { tried, trial: counting };
}

test('the laws of the expected claims run first, and the first broken law kills the mutant', async () => {
  const { tried, trial: one } = trial({ 'lists: three': [true] });
  expect(await killMutant(mutant, laws, one)).toMatchObject({ killedBy: 'lists: three', laws: 1 });
  expect(tried).toEqual(['lists: three']);
});

test('a mutant that breaks no law survives all of them', async () => {
  const { tried, trial: one } = trial({});
  expect(await killMutant(mutant, laws, one)).toMatchObject({ killedBy: null, laws: 3 });
  expect(tried).toEqual(['lists: three', 'ips: one', 'get-404: two']);
});

test('a law that the mock breaks too kills nothing', async () => {
  const { trial: one } = trial({ 'lists: three': [true] }, ['lists: three']);
  expect(await killMutant(mutant, laws, one)).toMatchObject({ killedBy: null });
});

test('an unexpected law has to be broken twice', async () => {
  expect(await killMutant(mutant, laws, trial({ 'ips: one': [true, false] }).trial)).toMatchObject({ killedBy: null });
  expect(await killMutant(mutant, laws, trial({ 'ips: one': [true, true] }).trial)).toMatchObject({
    killedBy: 'ips: one',
  });
});
