import { describe, expect, test } from 'vitest';
import { createMemorySeenStore, type MemorySeenStoreOptions } from './memory-seen-store.ts';
import { createMemoryNewestStore } from './newest-store.ts';

function seenStore(options: MemorySeenStoreOptions = {}) {
  let time = 0;
  const seen = createMemorySeenStore({ leaseSeconds: 60, now: () => time, ...options });
  const claim = async (id: string) => {
    const got = await seen.claim(id, '{}');
    return got.outcome === 'claimed' ? got.lease : got.outcome;
  };
  return { seen, claim, pass: (seconds: number) => (time += seconds * 1000) };
}

describe('the seen store in memory', () => {
  test('grants one of two concurrent claims', async () => {
    const { seen } = seenStore();
    const claims = await Promise.all([seen.claim('evt_1', '{}'), seen.claim('evt_1', '{}')]);
    expect(claims.map(({ outcome }) => outcome)).toEqual(['claimed', 'busy']);
  });

  test('remembers done events', async () => {
    const { seen, claim } = seenStore();
    await seen.complete('evt_1', await claim('evt_1'));
    expect(await claim('evt_1')).toBe('done');
    expect(await claim('evt_2')).not.toBe('done');
  });

  test('grants a released event to the next claim', async () => {
    const { seen, claim } = seenStore();
    await seen.release('evt_1', await claim('evt_1'));
    expect(['busy', 'done']).not.toContain(await claim('evt_1'));
  });

  test('reports that an event was claimed before', async () => {
    const { seen, claim, pass } = seenStore();
    expect(await seen.claim('evt_1', '{}')).toMatchObject({ again: false });
    pass(60);
    const lease = await claim('evt_1');
    await seen.release('evt_1', lease);
    expect(await seen.claim('evt_1', '{}')).toMatchObject({ outcome: 'claimed', again: true });
  });

  test('grants an event again once the lease has expired, and not before', async () => {
    const { claim, pass } = seenStore();
    const first = await claim('evt_1');
    pass(59.9);
    expect(await claim('evt_1')).toBe('busy');
    pass(0.1);
    expect(['busy', 'done', first]).not.toContain(await claim('evt_1'));
  });

  test('ignores complete and release with an old lease', async () => {
    const { seen, claim, pass } = seenStore();
    const late = await claim('evt_1');
    pass(60);
    await claim('evt_1');
    await seen.release('evt_1', late);
    await seen.complete('evt_1', late);
    expect(await claim('evt_1')).toBe('busy');
  });

  test('removes the oldest done events first, and keeps those being processed', async () => {
    const { seen, claim } = seenStore({ capacity: 3 });
    await claim('evt_busy');
    for (const id of ['evt_1', 'evt_2', 'evt_3']) await seen.complete(id, await claim(id));
    expect(await claim('evt_busy')).toBe('busy');
    expect(await claim('evt_2')).toBe('done');
    expect(await claim('evt_3')).toBe('done');
    expect(await claim('evt_1')).not.toBe('done');
  });

  test('stays bounded even if no event is ever done', async () => {
    const { claim } = seenStore({ capacity: 2 });
    for (const id of ['evt_1', 'evt_2', 'evt_3']) await claim(id);
    expect(await claim('evt_3')).toBe('busy');
    expect(await claim('evt_1')).not.toBe('busy');
  });

  test.for([{ capacity: 0 }, { leaseSeconds: 0 }, { capacity: Number.NaN }])('refuses %j', (options) => {
    expect(() => createMemorySeenStore(options)).toThrow(/^Could not/);
  });
});

describe('the store of the newest events in memory', () => {
  test('never goes back', async () => {
    const newest = createMemoryNewestStore();
    expect(await newest.read('sub_1')).toBeNull();
    for (const order of ['b', 'c', 'a']) await newest.advance('sub_1', order);
    expect(await newest.read('sub_1')).toBe('c');
    expect(await newest.read('sub_2')).toBeNull();
  });

  test('removes the entity that changed longest ago', async () => {
    const newest = createMemoryNewestStore(2);
    for (const id of ['sub_1', 'sub_2', 'sub_1', 'sub_3']) await newest.advance(id, 'a');
    expect(await Promise.all(['sub_1', 'sub_2', 'sub_3'].map(newest.read))).toEqual(['a', null, 'a']);
  });
});
