import { expect, test } from 'vitest';
import { startTarget } from '../targets/start-target.ts';
import { guideBehaviours } from './behaviours.ts';

test('what the guide says is what is expected of a mock on its profile', async () => {
  const target = await startTarget('mock:guide', { seed: 1 });
  expect(target.behaviours).toEqual(guideBehaviours);
  await target.close();
});
