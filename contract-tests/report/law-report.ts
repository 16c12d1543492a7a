import { recordExchanges } from '../law/recorded-exchange.ts';
import type { Failure } from '../suite/failure.ts';
import type { LawResult } from '../suite/run-law.ts';
import type { Target } from '../targets/target.ts';
import type { FailureReport, LawReport } from './report.ts';

/** Converts the result of a law to its part of the report. */
export function reportLaw(result: Omit<LawResult, 'isOutage'>, target: Target): LawReport {
  const { title, failure, noVerdict, exchanges, requests, cases, milliseconds } = result;
  return {
    title,
    outcome: failure ? 'broken' : noVerdict === null ? 'held' : 'no-verdict',
    no_verdict: noVerdict,
    failure: failure && reportFailure(title, failure, target.name),
    requests,
    cases,
    milliseconds,
    exchanges: recordExchanges(failure ? exchanges : exchanges.slice(-1), target.baseUrl),
  };
}

function reportFailure(title: string, { message, compared, property }: Failure, target: string): FailureReport {
  return {
    message,
    expected: compared?.expected ?? null,
    received: compared?.received ?? null,
    counterexample: property?.values ?? null,
    replay: [
      ...['--target', target, '--only', title],
      ...(property ? ['--seed', `${property.seed}`, '--path', property.path] : []),
      ...(property?.replayPath ? ['--replay-path', property.replayPath] : []),
    ],
  };
}
