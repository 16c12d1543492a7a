import { randomFillSync } from 'node:crypto';

const digits = Buffer.from('0123456789abcdef');
const uuid = Buffer.from('xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx');
/** Positions of the random digits. */
const places = [...uuid.keys()].filter((place) => !'-4'.includes(String.fromCharCode(uuid[place] ?? 0)));
const variant = uuid.indexOf('8');
const block = Buffer.alloc(16 * 1024);
let used = block.length;

/**
 * Makes a random UUID of version 4 as one flat string. Node's is a tree of twenty strings, which the journal would keep
 * and the garbage collector copy.
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
