import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestIds } from '../http/entry/request-ids.ts';
import type { JournalEntry } from './journal.ts';
import { PackedExchanges, unpack } from './packed-exchanges.ts';
import { exchange } from './testing/exchanges.ts';

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ minLength: 3_000, maxLength: 9_000 }));

const entries: fc.Arbitrary<JournalEntry> = fc
  .record({
    url: text,
    params: fc.dictionary(fc.string(), text, { noNullPrototype: true }),
    requestBody: fc.option(text, { nil: undefined }),
    responseBody: fc.option(text, { nil: undefined }),
    at: fc.double({ noNaN: true }),
    durationMs: fc.double({ noNaN: true }),
    status: fc.constantFrom(0, 200, 404),
    fault: fc.constantFrom(null, 'fault_1'),
    requestId: fc.oneof(fc.uuid({ version: 4 }), fc.string()),
  })
  .map(exchange);

test('exchanges are restored unchanged, even in reused chunks', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (all, atMost) => {
      const packed = new PackedExchanges();
      const kept: ReturnType<PackedExchanges['pack']>[] = [];
      for (const [index, entry] of all.entries()) {
        kept.push(packed.pack({ ...entry }));
        if (kept.length > atMost) packed.forget(kept.shift() ?? entry);
        expect(kept.map(unpack)).toEqual(all.slice(index + 1 - kept.length, index + 1));
      }
    }),
    { numRuns: 50 },
  );
});

test('short exchanges are stored outside the heap', () => {
  const entry = exchange({ requestId: requestIds(undefined)() });
  expect(new PackedExchanges().pack(entry)).not.toBe(entry);
});
