import { InvalidArgumentError } from 'commander';

/** Reads a positive whole number. */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number, at least 1.');
  return Number(text);
}

/** Reads a TCP port. */
export function readPort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return Number(text);
}

/** Reads a score or a percentage. */
export function readScore(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 100) throw new InvalidArgumentError('Give a whole number from 0 to 100.');
  return Number(text);
}
