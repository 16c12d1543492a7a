import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { behaviourNames, guideBehaviours, officialBehaviours, valuesOf } from '../targets/behaviours.ts';
import { startTarget } from '../targets/start-target.ts';
import { measureBehaviours } from './measure-behaviours.ts';
import { createProbe, type Subject } from './probe.ts';

const target = await startTarget('mock', { seed: 1, unchecked: true });
afterAll(() => target.close());

type Assignment = Readonly<Record<string, string>>;

/** An account of the mock that behaves as it is told to. */
async function accountWith(behaviours: Assignment): Promise<Subject> {
  const account = target.newAccount();
  const response = await fetch(`${target.baseUrl}/_paddock/behaviours`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${account.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ behaviours }),
  });
  expect(response.status, await response.text()).toBe(200);
  return { account, can: target.can, freshEmail: target.freshEmail };
}

async function measure(subject: Subject) {
  const measured = await measureBehaviours(createProbe(subject));
  const values = Object.fromEntries(measured.map(({ behaviour, value }) => [behaviour, value]));
  return { measured, values };
}

describe('measuring behaviours', () => {
  test.each([
    ['guide', guideBehaviours],
    ['official', officialBehaviours],
  ])('finds the %s profile', async (_name, behaviours) => {
    expect((await measure(await accountWith(behaviours))).values).toEqual(behaviours);
  });

  test('finds any assignment of values', async () => {
    const assignments = fc.record(
      Object.fromEntries(behaviourNames.map((name) => [name, fc.constantFrom(...valuesOf(name))])),
    );
    const property = fc.asyncProperty(assignments, async (assignment) => {
      expect((await measure(await accountWith(assignment))).values).toEqual(assignment);
    });
    await fc.assert(property, { numRuns: 200, seed: 1 });
    // Each case is a whole measurement, of up to 300 requests.
  }, 240_000);
});
