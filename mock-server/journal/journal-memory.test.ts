import { describe, expect, test } from 'vitest';
import { JournalMemory } from './journal-memory.ts';

/** Makes journals of entries of ten bytes that share a memory, and records which of them dropped an entry. */
function share(bytesAtMost: number) {
  const memory = new JournalMemory(bytesAtMost);
  const dropped: string[] = [];
  const sharer = (name: string) => {
    let parts = 0;
    const self = {
      dropOldest() {
        dropped.push(name);
        if (parts === 0) return false;
        parts -= 1;
        memory.free(10);
        return true;
      },
      add() {
        parts += 1;
        memory.take(self, 10);
      },
      leave: () => memory.leave(self),
    };
    return self;
  };
  return { memory, dropped, sharer };
}

describe('memory shared by journals', () => {
  test('drops entries beyond its limit', () => {
    const { dropped, sharer } = share(20);
    const one = sharer('one');
    one.add();
    one.add();
    expect(dropped).toEqual([]);
    one.add();
    expect(dropped).toEqual(['one']);
  });

  test('drops entries of the journal that was idle longest', () => {
    const { dropped, sharer } = share(30);
    const [one, two] = [sharer('one'), sharer('two')];
    one.add();
    two.add();
    one.add();
    one.add();
    expect(dropped).toEqual(['two']);
  });

  test('removes a journal that has no entries', () => {
    const { dropped, sharer } = share(20);
    const [one, two] = [sharer('one'), sharer('two')];
    one.add();
    for (let turn = 0; turn < 4; turn += 1) two.add();
    expect(dropped).toEqual(['one', 'one', 'two', 'two']);
  });

  test('includes a removed journal again when it has entries', () => {
    const { dropped, sharer } = share(10);
    const one = sharer('one');
    one.add();
    one.leave();
    one.add();
    expect(dropped).toEqual(['one']);
  });

  test('drops no entries of a removed journal', () => {
    const { dropped, sharer } = share(20);
    const [one, two] = [sharer('one'), sharer('two')];
    one.add();
    one.leave();
    two.add();
    two.add();
    expect(dropped).toEqual(['two']);
  });

  test('accepts an entry above its limit', () => {
    const { memory, dropped, sharer } = share(20);
    memory.take({ dropOldest: () => false }, 30);
    memory.free(30);
    sharer('one').add();
    expect(dropped).toEqual([]);
  });
});
