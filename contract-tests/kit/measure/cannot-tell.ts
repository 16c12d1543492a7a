import type { Answer } from '../../targets/account.ts';
import { describeAnswer } from './answers.ts';

/** An experiment cannot tell what it is to find out. The message says why, as a clause. */
export class CannotTell extends Error {
  override name = 'CannotTell';
}

/** Says that an answer fits none of the values. @throws CannotTell */
export function isNoValue(answer: Answer): never {
  throw new CannotTell(`the answer was ${describeAnswer(answer)}, which matches no known value`);
}
