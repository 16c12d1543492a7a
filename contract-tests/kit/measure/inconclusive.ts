import type { Answer } from '../../targets/account.ts';
import { describeAnswer } from './answers.ts';

/** An experiment cannot tell what it is to find out. The message says why, as a clause. */
export class Inconclusive extends Error {
  override name = 'Inconclusive';
}

/** Says that an answer fits none of the values. @throws Inconclusive */
export function unexpected(answer: Answer): never {
  throw new Inconclusive(`the answer was ${describeAnswer(answer)}, which matches no known value`);
}
