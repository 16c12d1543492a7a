import { expect, test } from 'vitest';
import { startTarget } from '../targets/start-target.ts';
import { guideBehaviours } from './behaviours.ts';

test('the behaviours of the guide are those of a mock on the guide profile', async () => {
  const target = await startTarget('mock:guide', { seed: 1 });
  expect(target.behaviours).toEqual(guideBehaviours);
  await target.close();
});
