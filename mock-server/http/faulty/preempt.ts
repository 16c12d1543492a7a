import type { PaddleApiError } from '../../errors/errors.ts';
import type { FaultAct } from '../../faults/fault.ts';
import { injectedError } from '../../faults/injected-error.ts';
import type { TakenFault } from '../../faults/taken-fault.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';
import { readWhateverBody } from '../input/body.ts';
import { sendFaulty } from './send-faulty.ts';

/**
 * Ends a request whose fault keeps it from being processed. Its body is read all the same, so that the journal has it.
 *
 * @returns whether the request was answered
 * @throws PaddleApiError the fault's error
 */
export async function preempt(fault: TakenFault, request: ApiRequest, response: ApiResponse): Promise<boolean> {
  const { error, reset } = fault.act;
  if (error === undefined && reset !== 'before') return false;
  await readWhateverBody(request, response);
  if (error !== undefined) throw refusalOf(error, fault.act, response);
  sendFaulty(response, fault, { status: 500, text: undefined });
  return true;
}

function refusalOf(error: string | number, act: FaultAct, response: ApiResponse): PaddleApiError {
  const refusal = injectedError(error, act.retry_after);
  if (refusal.status === 429) exhaustRateLimit(response, refusal.retryAfterSeconds ?? 0);
  return refusal;
}

/** Lets the headers about the rate limit, where there are any, say the same as the error does. */
function exhaustRateLimit(response: ApiResponse, seconds: number): void {
  const { access } = response.locals;
  if (!access || !response.hasHeader('X-RateLimit-Remaining')) return;
  response.setHeader('X-RateLimit-Remaining', 0);
  response.setHeader('X-RateLimit-Reset', Math.ceil(access.account.clock.now() / 1000) + seconds);
}
