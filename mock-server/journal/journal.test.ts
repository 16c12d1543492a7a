import { describe, expect, test } from 'vitest';
import { Journal, type JournalEntry } from './journal.ts';
import { JournalRoom } from './journal-room.ts';

const plenty = 1_000_000;

describe('a journal', () => {
  test('keeps the last exchanges, and goes on counting', () => {
    const journal = new Journal(new JournalRoom(plenty), 100);
    for (let number = 1; number <= 250; number += 1) journal.add(exchange());
    expect(journal.entries().map(({ number }) => number)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 151),
    );
    expect(journal.count).toBe(250);
  });

  test('of no exchanges keeps none', () => {
    const journal = new Journal(new JournalRoom(plenty), 0);
    journal.add(exchange());
    expect(journal.entries()).toEqual([]);
  });

  test('cuts bodies that are very long', () => {
    const journal = new Journal(new JournalRoom(plenty), 10);
    journal.add(exchange({ requestBody: Buffer.alloc(200_000, 'a'), responseBody: 'b'.repeat(200_000) }));
    const [entry] = journal.entries();
    expect(entry?.requestBody).toHaveLength(65_536);
    expect(entry?.responseBody).toHaveLength(65_536);
  });
});

describe('journals that share their room', () => {
  test('forget the exchanges of the account that has been idle the longest', () => {
    const room = new JournalRoom(50_000);
    const [idle, busy] = [new Journal(room, 100), new Journal(room, 100)];
    for (let turn = 0; turn < 10; turn += 1) idle.add(exchange());
    for (let turn = 0; turn < 25; turn += 1) busy.add(exchange());
    expect(busy.entries()).toHaveLength(25);
    expect(idle.entries().length).toBeLessThan(10);
  });

  test('forget their own oldest exchanges when there is nobody else', () => {
    const journal = new Journal(new JournalRoom(50_000), 1_000);
    for (let turn = 0; turn < 500; turn += 1) journal.add(exchange());
    expect(journal.entries().length).toBeGreaterThan(20);
    expect(journal.entries().length).toBeLessThan(40);
    expect(journal.entries().at(-1)?.number).toBe(500);
  });

  test('give their room back when they are cleared', () => {
    const room = new JournalRoom(50_000);
    const [first, second] = [new Journal(room, 100), new Journal(room, 100)];
    for (let turn = 0; turn < 20; turn += 1) first.add(exchange());
    first.clear();
    for (let turn = 0; turn < 20; turn += 1) second.add(exchange());
    expect(second.entries()).toHaveLength(20);
    expect(first.count).toBe(0);
  });
});

function exchange(fields: Partial<JournalEntry> = {}): JournalEntry {
  return {
    number: 0,
    requestId: '7b0f1f0e-3c1f-4a53-8f0c-0f4d3a1c9f00',
    at: 0,
    durationMs: 1,
    method: 'GET',
    url: '/customers',
    requestHeaders: [],
    requestBody: undefined,
    operationId: 'listCustomers',
    params: {},
    unknownParameters: [],
    fault: null,
    status: 200,
    responseHeaders: {},
    responseBody: '{}',
    ...fields,
  };
}
