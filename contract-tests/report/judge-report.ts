import type { Judged, Judgement } from '../judge/judge-exchanges.ts';
import { recordExchanges } from '../law/recorded-exchange.ts';
import type { SuiteRun } from '../suite/run-suite.ts';
import type { DisagreementReport, JudgeReport, ReportSettings } from './report.ts';
import { count } from './verdict.ts';

/** Converts another judge's result to its part of the report. */
export function reportJudgement(judgement: Judgement, run: SuiteRun, settings: ReportSettings): JudgeReport {
  const { judge, exchanges, agreed, seconds, disagreements, known } = judgement;
  const needless = known
    .filter((one) => one.exchanges === 0 && one.difference.shownBy === 'laws')
    .map(({ difference }) => difference.name);
  return {
    judge,
    exchanges,
    agreed,
    seconds,
    disagreements: disagreements.flatMap((one) => reportDisagreement(one, run.target.baseUrl)),
    known: known.map(({ difference: { name, reason }, exchanges: number }) => ({ name, reason, exchanges: number })),
    needless: isWhole(run, settings) ? needless : [],
  };
}

/** Returns true if the run was complete, so that it shows all known differences. */
function isWhole({ target, endedEarly }: SuiteRun, { only, runs, path }: ReportSettings): boolean {
  return target.can.isolate === true && endedEarly === null && only.length === 0 && runs === null && path === null;
}

function reportDisagreement(
  { part, theirs, ours, exchange, exchanges }: Judged,
  baseUrl: string,
): DisagreementReport[] {
  return recordExchanges([exchange], baseUrl).map((recorded) => ({
    part,
    judge_says: theirs,
    paddock_says: ours,
    exchanges,
    exchange: recorded,
  }));
}

/** Summarises the judged exchanges in a sentence. */
export function describeJudge({ judge, exchanges, agreed, seconds, disagreements, known }: JudgeReport): string {
  const explained = known.reduce((sum, one) => sum + one.exchanges, 0);
  const differing = disagreements.reduce((sum, one) => sum + one.exchanges, 0);
  const parts = [
    `${agreed.toLocaleString('en')} the same as Paddock`,
    `${explained.toLocaleString('en')} different for known reasons`,
    `${differing.toLocaleString('en')} different`,
  ];
  return `${judge} checked ${count(exchanges, 'exchange')} in ${seconds.toFixed(1)} s: ${parts.join(', ')}.`;
}

/** Describes a disagreement in a sentence, and lists each judge's findings, one line each. */
export function describeDisagreement(judge: string, disagreement: DisagreementReport): string[] {
  const { part, judge_says, paddock_says, exchanges, exchange } = disagreement;
  const { operation, method, path, status, request_id } = exchange;
  return [
    `${operation ?? 'no operation'}, ${part.replaceAll('-', ' ')}: ${method} ${path} returned ${status}, as in ${count(exchanges, 'exchange')}`,
    ...saidBy(judge, judge_says),
    ...saidBy('Paddock', paddock_says),
    ...(request_id === null ? [] : [`request ID: ${request_id}`]),
  ];
}

function saidBy(judge: string, said: readonly string[]): string[] {
  return said.length === 0 ? [`${judge}: nothing is wrong`] : said.map((message) => `${judge}: ${message}`);
}
