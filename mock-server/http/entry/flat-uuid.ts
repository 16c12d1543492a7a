import { randomFillSync } from 'node:crypto';

const digits = Buffer.from('0123456789abcdef');
const uuid = Buffer.from('xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx');
/** Places of the digits that are drawn; the digit of the version is always the same. */
const places = [...uuid.keys()].filter((place) => !'-4'.includes(String.fromCharCode(uuid[place] ?? 0)));
const variant = uuid.indexOf('8');
const block = Buffer.alloc(16 * 1024);
let used = block.length;

/**
 * Makes a random UUID of version 4 as one piece of memory. Node's own is a tree of twenty, which the journal would keep,
 * and the garbage collector would copy.
 */
export function flatUuid(): string {
  if (used + places.length > block.length) {
    randomFillSync(block);
    used = 0;
  }
  for (const place of places) {
    const drawn = (block[used] ?? 0) & 15;
    used += 1;
    uuid[place] = digits[place === variant ? 8 + (drawn & 3) : drawn] ?? 0;
  }
  return uuid.toString('latin1');
}
