import { curlScript } from '#openapi/exchange/curl-script.ts';
import { typescriptProgram } from '#openapi/exchange/typescript-program.ts';
import { describeDifference } from '../difference.ts';
import { describeDisagreement, describeJudge } from '../judge-report.ts';
import type { Outcome } from '../outcome.ts';
import { type ClaimReport, type JudgeReport, type Report, verdictNames, verdicts } from '../report.ts';
import { count } from '../verdict.ts';
import { renderTable } from './table.ts';

/** What a terminal shows when a run is over: the claims by verdict, and each difference with what shows it. */
export function renderSummary(report: Report, { because }: Outcome): string {
  const differing = report.claims.filter(({ verdict }) => verdict === 'differs');
  return [
    ...(hasRun(report) ? [renderTable(claimsByVerdict(report))] : []),
    ...differing.map(renderDifference),
    ...(report.judge ? renderDisagreements(report.judge) : []),
    renderRun(report),
    ...(report.judge ? [describeJudge(report.judge)] : []),
    because.join(' '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** False where no law could say anything, so that the reason the run ended is all there is to show. */
function hasRun({ claims, ended_early }: Report): boolean {
  return ended_early === null || claims.some(({ laws }) => laws.some(({ outcome }) => outcome !== 'no-verdict'));
}

/** What was run, how much of it there was, and what to give to run the same again. */
export function renderRun({ target, totals, seconds, settings }: Report): string {
  const { laws, cases, requests } = totals;
  const amount = [count(laws, 'law'), count(cases, 'case'), count(requests, 'request')].join(', ');
  return `${target.name} at ${target.url}: ${amount} in ${seconds.toFixed(1)} s, with --seed ${settings.seed}`;
}

function claimsByVerdict({ claims, totals }: Report): string[][] {
  return verdicts
    .filter((verdict) => totals.claims[verdict] > 0)
    .map((verdict) => [
      verdictNames[verdict],
      `${totals.claims[verdict]}`,
      claims
        .filter((claim) => claim.verdict === verdict)
        .map(nameOf)
        .join(', '),
    ]);
}

/** The claim's name, and with how many of its laws it holds where the others could not be told, or did not run. */
function nameOf({ id, verdict, laws, laws_not_chosen = 0 }: ClaimReport): string {
  const held = laws.filter(({ outcome }) => outcome === 'held').length;
  if (verdict === 'cannot-tell' && laws.length > 0 && laws_not_chosen > 0)
    return `${id} (only ${laws.length} of ${count(laws.length + laws_not_chosen, 'law')} of this claim ran, ${held} held)`;
  return verdict === 'cannot-tell' && held > 0 ? `${id} (${held} of ${laws.length} laws held)` : id;
}

function renderDifference(claim: ClaimReport): string {
  const { sentence, laws } = describeDifference(claim);
  const shown = laws.map(({ law, evidence, replay }) => {
    const scripts = [
      `As curl:\n${indent(curlScript(law.exchanges))}`,
      `As TypeScript:\n${indent(typescriptProgram(law.exchanges))}`,
    ];
    return [
      `  ${law.title}`,
      indent(evidence.join('\n')),
      indent(replay),
      ...(law.exchanges.length > 0 ? scripts.map(indent) : []),
    ].join('\n');
  });
  return [`${claim.id} DIFFERS. ${sentence}`, ...shown].join('\n');
}

function renderDisagreements({ judge, disagreements }: JudgeReport): string[] {
  return disagreements.map((disagreement) => {
    const [sentence = '', ...said] = describeDisagreement(judge, disagreement);
    return [sentence, indent(said.join('\n')), indent(`As curl:\n${indent(curlScript([disagreement.exchange]))}`)].join(
      '\n',
    );
  });
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
