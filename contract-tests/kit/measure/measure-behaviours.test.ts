import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { behaviourNames, guideBehaviours, officialBehaviours, valuesOf } from '../../contract/behaviours.ts';
import { startTarget } from '../../targets/start-target.ts';
import { createContext, type Subject } from './experiment-context.ts';
import { measureBehaviours } from './measure-behaviours.ts';

const target = await startTarget('mock', { seed: 1, unchecked: true });
afterAll(() => target.close());

type Assignment = Readonly<Record<string, string>>;

/** Creates an account of the mock with these behaviours. */
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
  const measured = await measureBehaviours(createContext(subject, async () => {}));
  const values = Object.fromEntries(measured.map(({ behaviour, value }) => [behaviour, value]));
  return { measured, values };
}

const assignments = fc.record(
  Object.fromEntries(behaviourNames.map((name) => [name, fc.constantFrom(...valuesOf(name))])),
);
const permissions = [
  'customer.read',
  'customer.write',
  'address.write',
  'notification.read',
  'notification_setting.read',
  'notification_setting.write',
  'subscription.read',
  'transaction.read',
];

/** Number of random assignments: few in development, many in CI. */
const numRuns = Number(process.env['PADDOCK_ASSIGNMENTS'] ?? 4);
/** Each run is a complete measurement, of several hundred requests. */
const timeout = 180_000 + numRuns * 6_000;

describe('measuring behaviours', () => {
  test.each([
    ['guide', guideBehaviours],
    ['official', officialBehaviours],
  ])('finds the %s profile', async (_name, behaviours) => {
    expect((await measure(await accountWith(behaviours))).values).toEqual(behaviours);
  });

  test(
    'finds any assignment of values',
    async () => {
      const property = fc.asyncProperty(assignments, async (assignment) => {
        expect((await measure(await accountWith(assignment))).values).toEqual(assignment);
      });
      await fc.assert(property, { numRuns, seed: 1 });
    },
    timeout,
  );

  test(
    'reports no wrong value for a key with few permissions',
    async () => {
      const keys = target.can.keys;
      if (!keys) throw new Error('The mock makes keys.');
      const property = fc.asyncProperty(assignments, fc.subarray(permissions), async (assignment, permissions) => {
        const subject = await accountWith(assignment);
        const account = await keys.create(subject.account, { permissions });
        const { measured } = await measure({ ...subject, account });
        const known = measured.filter(({ value }) => value !== null);
        expect(known.map(({ behaviour, value }) => [behaviour, value])).toEqual(
          known.map(({ behaviour }) => [behaviour, assignment[behaviour]]),
        );
        expect(measured.find(({ behaviour }) => behaviour === 'webhook-secret')?.value === null).toBe(
          !permissions.includes('notification_setting.write'),
        );
      });
      await fc.assert(property, { numRuns: 2 * numRuns, seed: 1 });
    },
    timeout,
  );

  test('gives the reason for each unknown value of a target that offers only the API', async () => {
    const { measured, values } = await measure({ ...(await accountWith(officialBehaviours)), can: {} });
    const unknown = measured.filter(({ value }) => value === null);
    expect(Object.fromEntries(unknown.map(({ behaviour, because }) => [behaviour, because]))).toEqual({
      'portal-links': 'portal links of the target may not be opened',
      'webhook-retries': 'its clock cannot be moved, and retries take from minutes to days',
      dunning: 'its clock cannot be moved, and payments are retried over weeks',
      'summary-credit': 'transactions of the target cannot be paid',
      'daily-charges': 'its clock cannot be moved, and a day allows more charges than an hour at most',
      'checkout-creation': 'nothing can be bought at a checkout of the target',
      timestamps: 'customers were created at 2026-01-01T00:00:00Z, so the clock of the target is frozen',
      'rate-limit': 'the target may not be sent enough requests to find out',
    });
    const requests = measured.reduce((sum, outcome) => sum + outcome.requests, 0);
    expect(requests).toBeLessThan(120);
    const known = behaviourNames.filter((name) => values[name] !== null);
    expect(known.map((name) => values[name])).toEqual(known.map((name) => officialBehaviours[name]));
  });

  test('keeps the exchanges of each experiment as evidence', async () => {
    const { measured } = await measure(await accountWith(guideBehaviours));
    for (const { behaviour, because, evidence, requests } of measured) {
      expect(requests, behaviour).toBeGreaterThan(0);
      expect(evidence.length, behaviour).toBeGreaterThan(0);
      expect(because, behaviour).not.toContain('the experiment failed');
      for (const { request_id } of evidence) expect(request_id, behaviour).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
