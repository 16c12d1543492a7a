import { InvalidArgumentError } from 'commander';

/** Reads a TCP port. */
export function readPort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return Number(text);
}
