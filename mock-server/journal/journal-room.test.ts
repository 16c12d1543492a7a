import { describe, expect, test } from 'vitest';
import { JournalRoom } from './journal-room.ts';

/** Keepers of some parts of ten bytes in one room, which tell who was asked to forget one. */
function share(bytesAtMost: number) {
  const room = new JournalRoom(bytesAtMost);
  const asked: string[] = [];
  const keeper = (name: string) => {
    let parts = 0;
    const self = {
      forgetOldest() {
        asked.push(name);
        if (parts === 0) return false;
        parts -= 1;
        room.free(10);
        return true;
      },
      add() {
        parts += 1;
        room.take(self, 10);
      },
      leave: () => room.leave(self),
    };
    return self;
  };
  return { room, asked, keeper };
}

describe('room that journals share', () => {
  test('is full when it holds more than it may', () => {
    const { asked, keeper } = share(20);
    const one = keeper('one');
    one.add();
    one.add();
    expect(asked).toEqual([]);
    one.add();
    expect(asked).toEqual(['one']);
  });

  test('is taken from who has been idle the longest', () => {
    const { asked, keeper } = share(30);
    const [one, two] = [keeper('one'), keeper('two')];
    one.add();
    two.add();
    one.add();
    one.add();
    expect(asked).toEqual(['two']);
  });

  test('lets go of who has nothing any more', () => {
    const { asked, keeper } = share(20);
    const [one, two] = [keeper('one'), keeper('two')];
    one.add();
    for (let turn = 0; turn < 4; turn += 1) two.add();
    expect(asked).toEqual(['one', 'one', 'two', 'two']);
  });

  test('lets in again who has left', () => {
    const { asked, keeper } = share(10);
    const one = keeper('one');
    one.add();
    one.leave();
    one.add();
    expect(asked).toEqual(['one']);
  });

  test('asks nobody who has left', () => {
    const { asked, keeper } = share(20);
    const [one, two] = [keeper('one'), keeper('two')];
    one.add();
    one.leave();
    two.add();
    two.add();
    expect(asked).toEqual(['two']);
  });

  test('takes what is larger than itself', () => {
    const { room, asked, keeper } = share(20);
    room.take({ forgetOldest: () => false }, 30);
    room.free(30);
    keeper('one').add();
    expect(asked).toEqual([]);
  });
});
