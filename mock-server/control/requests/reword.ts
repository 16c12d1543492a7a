import { UsageError } from '#openapi/text/usage-error.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { ControlError } from './control-error.ts';

/** Turns Paddle's errors into those of the control plane, since no operation of the API was called. */
export function reworded<Result>(what: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    const [problem] = error.errors ?? [];
    const message = problem ? `${problem.field}: ${problem.message}` : (error.hint ?? error.message);
    const reason = `${message.replace(/\.$/, '')} (${error.code}).`;
    if (error.status === 404) throw new ControlError(404, 'not_found', `Could not ${what}: ${reason}`);
    throw new UsageError(`Could not ${what}: ${reason}`);
  }
}
