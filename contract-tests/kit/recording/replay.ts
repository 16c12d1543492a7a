import { createRedactor } from '#openapi/exchange/redact.ts';
import { ContractViolation } from '../../checks/contract-violation.ts';
import type { Exchange } from '../../contract/exchange.ts';
import { NoVerdict } from '../../law/no-verdict.ts';
import type { Account } from '../../targets/account.ts';
import { startTarget, type TargetOptions } from '../../targets/start-target.ts';
import type { Target } from '../../targets/target.ts';
import { decodeQuery, secretNames } from './capture.ts';
import type { CapturedExchange, CapturedResponse } from './captured-exchange.ts';
import { type Comparison, compareAnswers } from './compare-answers.ts';
import { mapStrings } from './map-strings.ts';
import { PlaceholderValues } from './placeholder-values.ts';
import { resolveRequest } from './resolve-request.ts';

/** Outcome of replaying one exchange. */
export type Replayed = {
  readonly exchange: CapturedExchange;
  readonly outcome: 'same' | 'differs' | 'left out';
  /** The first difference, or the reason it was left out; empty if it is the same. */
  readonly because: string;
};

/**
 * Sends recorded requests again, in order, and compares the responses with the recorded ones.
 *
 * @param name of the target, see `startTarget`.
 * @throws UsageError if the target cannot be started.
 */
export async function replay(
  exchanges: readonly CapturedExchange[],
  name: string,
  options: Omit<TargetOptions, 'observe'>,
  comparison: Comparison,
): Promise<Replayed[]> {
  const seen: Exchange[] = [];
  const target = await startTarget(name, { ...options, observe: (exchange) => void seen.push(exchange) });
  try {
    const again = createReplay(target, seen, comparison);
    const replayed: Replayed[] = [];
    for (const exchange of exchanges) replayed.push(await again(exchange));
    return replayed;
  } finally {
    await target.close();
  }
}

function createReplay(target: Target, seen: readonly Exchange[], comparison: Comparison) {
  const values = new PlaceholderValues(target.baseUrl);
  const accounts = new Map<number, Account>();

  return async (exchange: CapturedExchange): Promise<Replayed> => {
    const { request, response } = exchange;
    const leftOut = (because: string): Replayed => ({ exchange, outcome: 'left out', because });
    if (response === null) return leftOut('no response was recorded');
    if (response.status === 429 || response.status >= 500)
      return leftOut(`the target was busy or failed (${response.status})`);
    const resolved = resolveRequest(exchange, values, () => target.freshEmail());
    if ('missing' in resolved) return leftOut(resolved.missing);
    const account = accounts.get(resolved.key) ?? target.newAccount();
    accounts.set(resolved.key, account);
    const { violation, unanswered } = await outcomeOf(account.request(request.method, resolved.path, resolved.parts));
    if (unanswered !== null) return leftOut(unanswered);
    const answer = seen.at(-1);
    if (!answer) throw new Error('Could not replay: the target reported no exchange. This is a bug in Paddock.');
    const differences = compareAnswers(response, shownAnswer(answer), values, comparison);
    if (violation !== null && exchange.faults.response.length === 0) differences.push(violation);
    const [because = ''] = differences;
    return { exchange, outcome: because === '' ? 'same' : 'differs', because };
  };
}

/** Waits for a response: `violation` of the contract, reason for being `unanswered`, or `null`. */
async function outcomeOf(answered: Promise<unknown>): Promise<{ violation: string | null; unanswered: string | null }> {
  try {
    await answered;
    return { violation: null, unanswered: null };
  } catch (error) {
    if (error instanceof NoVerdict) return { violation: null, unanswered: error.message };
    if (!(error instanceof ContractViolation)) throw error;
    return { violation: error.message.split('\n')[0] ?? null, unanswered: null };
  }
}

/** Redacts a response in the same way as the recorded one. */
function shownAnswer({ response: { status, headers, body, json } }: Exchange): CapturedResponse {
  const shown = createRedactor([], secretNames)(body === '' ? null : (json ?? body));
  return { status, headers: Object.fromEntries(headers), body: mapStrings(shown, decodeQuery) };
}
