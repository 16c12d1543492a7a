import { describe, expect, test } from 'vitest';
import { Journal } from './journal.ts';
import { JournalMemory } from './journal-memory.ts';
import { exchange } from './testing/exchanges.ts';

const plenty = 1_000_000;

describe('a journal', () => {
  test('keeps the last exchanges and counts all', () => {
    const journal = new Journal(new JournalMemory(plenty), 100);
    for (let number = 1; number <= 250; number += 1) journal.add(exchange());
    expect(journal.entries().map(({ number }) => number)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 151),
    );
    expect(journal.count).toBe(250);
  });

  test('of size 0 keeps none', () => {
    const journal = new Journal(new JournalMemory(plenty), 0);
    journal.add(exchange());
    expect(journal.entries()).toEqual([]);
  });

  test('truncates very long bodies', () => {
    const journal = new Journal(new JournalMemory(plenty), 10);
    journal.add(exchange({ requestBody: 'a'.repeat(200_000), responseBody: 'b'.repeat(200_000) }));
    const [entry] = journal.entries();
    expect(entry?.requestBody).toHaveLength(65_536);
    expect(entry?.responseBody).toHaveLength(65_536);
  });

  test('keeps bodies up to the limit without a copy', () => {
    const journal = new Journal(new JournalMemory(plenty), 10);
    const [requestBody, responseBody] = ['a'.repeat(65_536), 'b'.repeat(65_536)];
    journal.add(exchange({ requestBody, responseBody }));
    expect(journal.entries()[0]?.requestBody).toBe(requestBody);
    expect(journal.entries()[0]?.responseBody).toBe(responseBody);
  });

  test('keeps the headers of each exchange, and equal ones only once', () => {
    const sent = [['a', '1'], ['a', '1'], ['a', '2'], ['b', '2'], ['b', '2', 'c', '3'], ['b', '2'], []];
    const journal = new Journal(new JournalMemory(plenty), 10);
    for (const requestHeaders of sent) journal.add(exchange({ requestHeaders: [...requestHeaders] }));
    const kept = journal.entries().map(({ requestHeaders }) => requestHeaders);
    expect(kept).toEqual(sent);
    expect(kept[1]).toBe(kept[0]);
  });

  test('starts again when cleared', () => {
    const journal = new Journal(new JournalMemory(plenty), 10);
    for (let turn = 0; turn < 3; turn += 1) journal.add(exchange());
    journal.clear();
    expect(journal.entries()).toEqual([]);
    journal.add(exchange({ url: '/events' }));
    expect(journal.entries()).toMatchObject([{ number: 1, url: '/events' }]);
  });
});

describe('journals that share their memory', () => {
  test('drop the exchanges of the account that has been idle longest', () => {
    const memory = new JournalMemory(50_000);
    const [idle, busy] = [new Journal(memory, 100), new Journal(memory, 100)];
    for (let turn = 0; turn < 10; turn += 1) idle.add(exchange());
    for (let turn = 0; turn < 25; turn += 1) busy.add(exchange());
    expect(busy.entries()).toHaveLength(25);
    expect(idle.entries().length).toBeLessThan(10);
  });

  test('drop their own oldest exchanges if there is no other journal', () => {
    const journal = new Journal(new JournalMemory(50_000), 1_000);
    for (let turn = 0; turn < 500; turn += 1) journal.add(exchange());
    expect(journal.entries().length).toBeGreaterThan(20);
    expect(journal.entries().length).toBeLessThan(40);
    expect(journal.entries().at(-1)?.number).toBe(500);
  });

  test('free their memory when cleared', () => {
    const memory = new JournalMemory(50_000);
    const [first, second] = [new Journal(memory, 100), new Journal(memory, 100)];
    for (let turn = 0; turn < 20; turn += 1) first.add(exchange());
    first.clear();
    for (let turn = 0; turn < 20; turn += 1) second.add(exchange());
    expect(second.entries()).toHaveLength(20);
    expect(first.count).toBe(0);
  });

  test('drop exchanges added after one of them was cleared', () => {
    const journal = new Journal(new JournalMemory(50_000), 1_000);
    journal.add(exchange());
    journal.clear();
    for (let turn = 0; turn < 500; turn += 1) journal.add(exchange());
    expect(journal.entries().length).toBeLessThan(40);
  });

  test.each([
    ['URLs', { url: `/customers?search=${'x'.repeat(20_000)}` }],
    ['bodies that were sent', { requestBody: 'x'.repeat(20_000) }],
    ['bodies that were answered', { responseBody: 'x'.repeat(20_000) }],
  ])('count %s', (_what, fields) => {
    const journal = new Journal(new JournalMemory(45_000), 100);
    for (let turn = 0; turn < 3; turn += 1) journal.add(exchange(fields));
    expect(journal.entries().map(({ number }) => number)).toEqual([2, 3]);
  });

  test('keep exchanges without bodies', () => {
    const journal = new Journal(new JournalMemory(plenty), 100);
    journal.add(exchange({ requestBody: undefined, responseBody: undefined }));
    expect(journal.entries()).toHaveLength(1);
  });
});
