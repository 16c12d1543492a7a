import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { inTransaction, textIn } from './sql-database.ts';
import { createSqlSeenStore } from './sql-seen-store.ts';

describe('the seen store in SQL', () => {
  function store() {
    const database = new DatabaseSync(':memory:');
    let time = Date.UTC(2026, 6, 1);
    const seen = createSqlSeenStore(database, { leaseSeconds: 60, now: () => time });
    return {
      database,
      seen,
      claim: async (id = 'evt_1') => {
        const got = await seen.claim(id, `body of ${id}`);
        return got.outcome === 'claimed' ? got.lease : got.outcome;
      },
      overdue: async () => (await seen.takeOverdue(10)).map(({ eventId, body }) => `${eventId}: ${body}`),
      pass: (seconds: number) => {
        time += seconds * 1000;
      },
    };
  }

  test('grants one claim of an event, and another after a release or an expired lease', async () => {
    const { seen, claim, pass } = store();
    const first = await claim();
    expect(await claim()).toBe('busy');
    await seen.release('evt_1', first);
    const second = await claim();
    expect(['busy', 'done', first]).not.toContain(second);
    pass(59);
    expect(await claim()).toBe('busy');
    pass(1);
    expect(['busy', 'done', second]).not.toContain(await claim());
  });

  test('never grants a done event again, and deletes it after 90 days', async () => {
    const { seen, claim, overdue, pass } = store();
    await seen.complete('evt_1', await claim());
    pass(89 * 24 * 3600);
    seen.prune();
    expect(await claim()).toBe('done');
    expect(await overdue()).toEqual([]);
    pass(2 * 24 * 3600);
    seen.prune();
    expect(await claim()).not.toBe('done');
  });

  test('ignores callers without the current lease', async () => {
    const { seen, claim, pass } = store();
    const late = await claim();
    pass(60);
    const lease = await claim();
    await seen.complete('evt_1', late);
    await seen.release('evt_1', late);
    expect(() => seen.completeWithin('evt_1', late)).toThrow();
    expect(await claim()).toBe('busy');
    seen.completeWithin('evt_1', lease);
    expect(await claim()).toBe('done');
  });

  test('keeps the bodies of unfinished events, and returns each once', async () => {
    const { seen, claim, overdue, pass } = store();
    await seen.complete('evt_1', await claim('evt_1'));
    await claim('evt_2');
    expect(await overdue()).toEqual([]);
    pass(60);
    expect(await overdue()).toEqual(['evt_2: body of evt_2']);
    expect(await overdue()).toEqual([]);
    expect(await claim('evt_2')).toBe('busy');
  });

  test('waits longer after each failure, at most an hour', async () => {
    const { seen, pass } = store();
    const waits: number[] = [];
    const first = await seen.claim('evt_1', '{}');
    let lease = first.outcome === 'claimed' ? first.lease : '';
    for (let failure = 0; failure < 8; failure += 1) {
      await seen.release('evt_1', lease);
      let minutes = 0;
      for (let taken = await seen.takeOverdue(1); ; taken = await seen.takeOverdue(1)) {
        lease = taken[0]?.lease ?? '';
        if (lease) break;
        minutes += 1;
        pass(60);
      }
      waits.push(minutes);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  test('is shared by all processes on one database', async () => {
    const { seen, database } = store();
    const other = createSqlSeenStore(database, { now: () => Date.UTC(2026, 6, 1) });
    await seen.claim('evt_1', '{}');
    expect(await other.claim('evt_1', '{}')).toEqual({ outcome: 'busy' });
  });

  test('a transaction that fails leaves nothing', () => {
    const { database } = store();
    const rows = () =>
      database
        .prepare('SELECT event_id FROM webhook_event')
        .all()
        .map((row) => textIn(row, 'event_id'));
    const insert = () => database.prepare("INSERT INTO webhook_event VALUES ('evt_1', '', NULL, 0, 0, NULL)").run();
    const failing = () =>
      inTransaction(database, () => {
        insert();
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(rows()).toEqual([]);
    inTransaction(database, insert);
    expect(rows()).toEqual(['evt_1']);
  });
});

test('a column without text is refused', () => {
  expect(() => textIn({ body: 1 }, 'body')).toThrow('body');
  expect(() => textIn(null, 'body')).toThrow('body');
});
