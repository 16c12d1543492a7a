import { allOperations } from '../spec/api-spec.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Fault, FaultAct } from './fault.ts';
import { codeByStatus, injectableCodes } from './injected-error.ts';

/** Finds an impossible combination in a fault; returns the problem with advice, or undefined. */
export function problemOf(fault: Fault): string | undefined {
  return problemOfTarget(fault) ?? problemOfTiming(fault) ?? problemOfAct(fault, methodOf(fault));
}

/**
 * Finds an impossible combination in an effect; returns the problem with advice, or undefined.
 *
 * @param method the only method that the effect is for, in capitals; undefined for any
 */
export function problemOfAct(act: FaultAct, method: string | undefined): string | undefined {
  const parts = partsOf(act);
  if (act.retry_after !== undefined && act.error === undefined) return 'retry_after needs an error. Add an error.';
  if (parts.length === 0) return 'it has no effect. Add an error, a delay, a reset or another effect.';
  for (const [one, other, reason] of conflicts) {
    if (parts.includes(one) && parts.includes(other)) return `${one} and ${other} cannot be combined: ${reason}`;
  }
  if (act.stale && method !== undefined && method !== 'GET')
    return `stale works for GET only, not for ${method}. Choose another operation or another effect.`;
  if (act.duplicate && method !== undefined && method !== 'POST')
    return `duplicate works for POST only, not for ${method}. Choose another operation or another effect.`;
  return act.error === undefined ? undefined : problemOfError(act.error);
}

type Part = 'error' | 'reset before' | 'reset after' | 'body' | 'stale' | 'duplicate' | 'delay';

const conflicts: readonly (readonly [Part, Part, reason: string])[] = [
  ['error', 'reset before', 'a reset connection has no response. Remove one.'],
  ['error', 'reset after', 'a reset connection has no response. Remove one.'],
  ['error', 'stale', 'the error replaces the response. Remove one.'],
  ['error', 'duplicate', 'with an error, the request is not processed. Remove one.'],
  ['reset before', 'body', 'a reset connection has no response. Remove one.'],
  ['reset after', 'body', 'a reset connection has no response. Remove one.'],
  ['reset before', 'stale', 'nothing is read before the reset. Remove one.'],
  ['reset before', 'duplicate', 'nothing is processed before the reset. Use reset after.'],
  ['reset after', 'stale', 'a reset connection has no response. Remove one.'],
  ['stale', 'duplicate', 'stale is for GET, duplicate for POST. Use two faults.'],
];

function partsOf(act: FaultAct): Part[] {
  const hasDelay = [act.delay_ms, act.jitter_ms, act.delay_ms_per_byte].some((delay) => delay !== undefined);
  return [
    ...(act.error === undefined ? [] : ['error' as const]),
    ...(act.reset === undefined ? [] : [`reset ${act.reset}` as const]),
    ...(act.body === undefined ? [] : ['body' as const]),
    ...(act.stale ? ['stale' as const] : []),
    ...(act.duplicate ? ['duplicate' as const] : []),
    ...(hasDelay ? ['delay' as const] : []),
  ];
}

function problemOfTarget({ operation_id, method }: Fault): string | undefined {
  if (operation_id === undefined) return undefined;
  const operations = allOperations();
  const operation = operations.find((each) => each.operationId === operation_id);
  if (!operation) {
    const names = operations.map((each) => each.operationId);
    return `there is no operation ${operation_id}.${didYouMean(operation_id, names) || ' See GET /_paddock/openapi/account.yaml.'}`;
  }
  const own = operation.method.toUpperCase();
  return method === undefined || method === own
    ? undefined
    : `${operation_id} is a ${own}, not a ${method}. Leave the method out.`;
}

function problemOfTiming({ first, nth, every, probability, seed, jitter_ms }: Fault): string | undefined {
  const given = [first, nth, every, probability].filter((value) => value !== undefined);
  if (given.length > 1) return 'first, nth, every and probability cannot be combined. Give one of them.';
  if (seed !== undefined && probability === undefined && jitter_ms === undefined)
    return 'a seed has no effect without probability or jitter_ms. Leave it out.';
  return undefined;
}

function problemOfError(error: string | number): string | undefined {
  if (typeof error === 'string') {
    if (injectableCodes.includes(error)) return undefined;
    return `Paddle publishes no error ${error}.${didYouMean(error, injectableCodes) || ' See https://developer.paddle.com/errors.'}`;
  }
  const known = [...codeByStatus.keys()];
  return codeByStatus.has(error)
    ? undefined
    : `${error} does not identify one error. Use ${known.join(', ')}, or an error code.`;
}

/** Finds the only method that a fault can match. */
function methodOf({ operation_id, method }: Fault): string | undefined {
  return (
    method ??
    allOperations()
      .find((each) => each.operationId === operation_id)
      ?.method.toUpperCase()
  );
}
