import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { makeExchange } from '../http/faulty/testing/exchange.ts';
import { allOperations } from '../spec/api-spec.ts';
import type { Fault } from './fault.ts';
import { Faults } from './faults.ts';
import { FaultsNotHit } from './faults-not-hit.ts';

/** Returns the ID of the fault that acts on a request. */
function takenOf(faults: Faults, url: string, headers?: Record<string, string>): string | undefined {
  const operation = allOperations().find(({ operationId }) => operationId === 'listCustomers');
  return operation && faults.take(makeExchange(url, headers).request, operation)?.id;
}

function faultsOf(...list: Fault[]): Faults {
  const faults = new Faults();
  faults.replace(list);
  return faults;
}

describe('a request is affected', () => {
  test('by the fault of its header, with other faults or without', () => {
    const headers = { 'x-paddock-fault': '503' };
    expect(takenOf(faultsOf(), '/customers', headers)).toBe('header');
    expect(takenOf(faultsOf({ error: 500 }), '/customers', headers)).toBe('header');
  });

  test('by the first fault, if there is one', () => {
    expect(takenOf(faultsOf(), '/customers')).toBeUndefined();
    expect(takenOf(faultsOf({ error: 500 }, { error: 503 }), '/customers')).toBe('fault_1');
  });

  test.each([
    ['/customers', '/customers', true],
    ['/customers', '/customers?search=sam', true],
    ['/customer', '/customers', false],
    ['/customers/*', '/customers/.hidden', true],
    ['/customers/*', '/customers?search=a/b', false],
  ])('by its path: %s matches %s: %j', (path, url, isTaken) => {
    expect(takenOf(faultsOf({ path, error: 503 }), url) !== undefined).toBe(isTaken);
  });
});

test('an account has at most a thousand faults', () => {
  const fault = { method: 'GET', error: 503 } as const;
  const faults = faultsOf(...Array<Fault>(999).fill(fault));
  expect(faults.add(fault)).toEqual({ id: 'fault_1000', fault, matched: 0, hits: 0 });
  expect(() => faults.add(fault)).toThrow(UsageError);
  expect(() => faults.add(fault)).toThrow('Could not add the fault: there are 1000 already. Clear them.');
  expect(faults.list()).toHaveLength(1000);
});

test('FaultsNotHit lists the faults that never acted', () => {
  expect(new FaultsNotHit(faultsOf({ error: 503 }).list())).toMatchObject({
    name: 'FaultsNotHit',
    message: '1 of 1 faults never acted:\n  fault_1 {"error":503} matched 0 requests',
  });
});
