import { InvalidArgumentError } from 'commander';

/** Reads a number of things of which there has to be one. */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 up.');
  return Number(text);
}
