import type { Answer } from '../../targets/account.ts';
import { describeAnswer } from './answers.ts';

/** Ends an experiment without a result. The message is the reason, as a clause. */
export class Inconclusive extends Error {
  override name = 'Inconclusive';
}

/** Rejects a response that matches none of the known values. @throws Inconclusive always. */
export function unexpected(answer: Answer): never {
  throw new Inconclusive(`the response was ${describeAnswer(answer)}, which matches no known value`);
}
