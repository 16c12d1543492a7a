import fc from 'fast-check';
import { createCustomer, readCustomer } from '../../resources/arrange.ts';
import { walk } from '../../resources/walk.ts';
import { describe, expect, test } from '../../runner/test-api.ts';
import { runs, target } from '../../targets/under-test.ts';

const patches = fc.array(
  fc.record({ name: fc.constantFrom('Ada', 'Bob', null), locale: fc.constantFrom('en', 'de') }, { requiredKeys: [] }),
  { minLength: 2, maxLength: 8 },
);

describe('requests at the same time', () => {
  test('concurrency: parallel updates of one entity are answered as if they came in some order', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(patches, async (bodies) => {
      const before = await createCustomer(account);
      const path = { customer_id: before.id };
      const answers = await Promise.all(bodies.map((body) => account.call('updateCustomer', { path, body })));
      const after = await readCustomer(account, before);
      const written = answers.map(({ data }) => data);
      for (const [nth, body] of bodies.entries()) expect(written[nth]).toMatchObject(body);
      // One of the answers is the last one, and no field has a value that nobody sent.
      expect(written).toContainEqual(after);
      for (const field of ['name', 'locale'] as const) {
        const sent = bodies.flatMap((body) => (body[field] === undefined ? [] : [body[field]]));
        expect([before[field], ...sent]).toContain(after[field]);
        if (sent.length === bodies.length) expect(sent).toContain(after[field]);
      }
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
