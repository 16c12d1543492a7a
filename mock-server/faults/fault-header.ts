import type { Operation } from '#openapi/document/operations.ts';
import { badRequest } from '../errors/errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { problemOfAct } from './check-fault.ts';
import type { FaultAct } from './fault.ts';
import { injectableCodes } from './injected-error.ts';

/** Header with which a request asks for its own fault, and in which a response names its fault. */
export const faultHeader = 'X-Paddock-Fault';

/** Maximum delay and Retry-After, as in the control plane's document. */
const delayMsAtMost = 600_000;
const secondsAtMost = 86_400;

/** Words without a value. */
const words: ReadonlyMap<string, FaultAct> = new Map<string, FaultAct>([
  ['reset-before', { reset: 'before' }],
  ['reset-after', { reset: 'after' }],
  ['truncated', { body: 'truncated' }],
  ['broken-json', { body: 'broken_json' }],
  ['wrong-content-type', { body: 'wrong_content_type' }],
  ['empty', { body: 'empty' }],
  ['stale', { stale: true }],
  ['duplicate', { duplicate: true }],
]);

/** Words with a number. */
const numbers: ReadonlyMap<string, { max: number; isWhole: boolean; act: (value: number) => FaultAct }> = new Map([
  ['delay', { max: delayMsAtMost, isWhole: true, act: (delay_ms) => ({ delay_ms }) }],
  ['jitter', { max: delayMsAtMost, isWhole: true, act: (jitter_ms) => ({ jitter_ms }) }],
  ['per-byte', { max: 1000, isWhole: false, act: (delay_ms_per_byte) => ({ delay_ms_per_byte }) }],
  ['retry-after', { max: secondsAtMost, isWhole: true, act: (retry_after) => ({ retry_after }) }],
]);

/**
 * Reads words separated by semicolons, such as `503;retry-after=2;delay=100`. An error is given by code or status.
 *
 * @throws PaddleApiError bad_request with the problem as its hint
 */
export function readFaultHeader(header: string, { method }: Operation): FaultAct {
  const act: FaultAct = {};
  for (const word of header.split(';').map((part) => part.trim())) {
    const part = readWord(word);
    for (const name of Object.keys(part)) {
      if (name in act) throw refusal(`${name} is given twice. Remove one.`);
    }
    Object.assign(act, part);
  }
  const problem = problemOfAct(act, method.toUpperCase());
  if (problem !== undefined) throw refusal(problem);
  return act;
}

function readWord(word: string): FaultAct {
  const [name = '', value] = word.split('=');
  const number = numbers.get(name);
  if (number && value !== undefined) return number.act(readNumber(word, value, number));
  if (/^\d{3}$/.test(word)) return { error: Number(word) };
  const alone = words.get(word) ?? (injectableCodes.includes(word) ? { error: word } : undefined);
  if (alone) return alone;
  const known = [...words.keys(), ...numbers.keys(), ...injectableCodes];
  const example = ' An example is 503;retry-after=2.';
  throw refusal(
    number ? `${name} takes a number, as in ${name}=2.` : `${word} is unknown.${didYouMean(name, known) || example}`,
  );
}

function readNumber(word: string, value: string, { max, isWhole }: { max: number; isWhole: boolean }): number {
  const isNumber = isWhole ? /^\d{1,9}$/.test(value) : /^\d{1,9}(\.\d{1,9})?$/.test(value);
  if (isNumber && Number(value) <= max) return Number(value);
  throw refusal(`${word} is out of range. Give a ${isWhole ? 'whole ' : ''}number from 0 to ${max}.`);
}

function refusal(problem: string) {
  return badRequest(undefined, `Could not read ${faultHeader}: ${problem}`);
}
