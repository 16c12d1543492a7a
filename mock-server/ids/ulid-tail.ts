/** The digits of a ULID, in sort order. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** Number of digits after the time. */
const length = 16;

/** Draws the random part of a ULID, in lower case. */
export function drawTail(random: () => number): string {
  let tail = '';
  while (tail.length < length) tail = (digits[Math.floor(random() * digits.length)] ?? '') + tail;
  return tail;
}

/** Returns the next random part in sort order, for another ULID of the same millisecond. */
export function tailAfter(tail: string): string {
  const kept = tail.replace(/z+$/, '');
  if (kept === '') throw new Error('There are no more ULIDs in this millisecond.');
  const next = digits[digits.indexOf(kept.slice(-1)) + 1] ?? '';
  return (kept.slice(0, -1) + next).padEnd(tail.length, '0');
}
