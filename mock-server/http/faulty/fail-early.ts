import type { PaddleApiError } from '../../errors/errors.ts';
import type { FaultAct } from '../../faults/fault.ts';
import { injectedError } from '../../faults/injected-error.ts';
import type { TakenFault } from '../../faults/taken-fault.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';
import { readBodyForJournal } from '../input/body.ts';
import { sendFaulty } from './send-faulty.ts';

/**
 * Fails a request before it is processed, if its fault says so. Reads the body nevertheless, for the journal.
 *
 * @returns `true` if the request is over
 * @throws PaddleApiError the fault's error
 */
export async function failEarly(fault: TakenFault, request: ApiRequest, response: ApiResponse): Promise<boolean> {
  const { error, reset } = fault.act;
  if (error === undefined && reset !== 'before') return false;
  await readBodyForJournal(request, response);
  if (error !== undefined) throw refusalOf(error, fault.act, response);
  sendFaulty(response, fault, { status: 500, text: undefined });
  return true;
}

function refusalOf(error: string | number, act: FaultAct, response: ApiResponse): PaddleApiError {
  const id = Object.values(response.locals.params ?? {}).at(-1);
  const refusal = injectedError(error, act.retry_after, id?.toString());
  if (refusal.status === 429) exhaustRateLimit(response, refusal.retryAfterSeconds ?? 0);
  return refusal;
}

/** Makes the rate limit's headers, if there are any, agree with the error. */
function exhaustRateLimit(response: ApiResponse, seconds: number): void {
  const { access } = response.locals;
  if (!access || !response.hasHeader('X-RateLimit-Remaining')) return;
  response.setHeader('X-RateLimit-Remaining', 0);
  response.setHeader('X-RateLimit-Reset', Math.ceil(access.account.clock.now() / 1000) + seconds);
}
