import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { createCustomer, readCustomer } from '../../resources/arrange.ts';
import { walk } from '../../resources/walk.ts';
import { describe, expect, test } from '../../runner/test-api.ts';
import { runs, target } from '../../targets/under-test.ts';

const patches = fc.array(
  fc.record({ name: fc.constantFrom('Ada', 'Bob', null), locale: fc.constantFrom('en', 'de') }, { requiredKeys: [] }),
  { minLength: 2, maxLength: 8 },
);

type Fields = { readonly name: unknown; readonly locale: unknown };
type Update = { readonly body: Partial<Fields>; readonly answer: Fields };

function fieldsOf(customer: Partial<Fields> | undefined): Fields {
  return { name: customer?.name, locale: customer?.locale };
}

/** Whether the updates, one after the other in some order, lead to each one's answer and to what is there in the end. */
function isSomeOrder(now: Fields, updates: readonly Update[], end: Fields): boolean {
  if (updates.length === 0) return isDeepStrictEqual(now, end);
  return updates.some((update, nth) => {
    const next = { ...now, ...update.body };
    return isDeepStrictEqual(next, update.answer) && isSomeOrder(next, updates.toSpliced(nth, 1), end);
  });
}

describe('requests at the same time', () => {
  test('concurrency: parallel updates of one entity are answered as if they came in some order', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(patches, async (bodies) => {
      const before = await createCustomer(account);
      const path = { customer_id: before.id };
      const answers = await Promise.all(bodies.map((body) => account.call('updateCustomer', { path, body })));
      const after = await readCustomer(account, before);
      const updates = bodies.map((body, nth) => ({ body, answer: fieldsOf(answers[nth]?.data) }));
      expect(isSomeOrder(fieldsOf(before), updates, fieldsOf(after))).toBe(true);
    });
    await fc.assert(property, { numRuns: runs(25) });
  });

  test('concurrency: a walk during creations sees each entity once, and all that were there before', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (more, per_page) => {
        const before = await Promise.all(Array.from({ length: 3 }, () => createCustomer(account)));
        const query = { per_page: per_page * 5, order_by: 'id[ASC]' };
        const [seen, ...created] = await Promise.all([
          walk((start) => account.call('listCustomers', { query: { ...query, ...start } })),
          ...Array.from({ length: more }, () => createCustomer(account)),
        ]);
        const ids = seen.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
        expect(new Set(created.map(({ id }) => id)).size).toBe(more);
      },
    );
    await fc.assert(property, { numRuns: runs(15) });
  });
});
