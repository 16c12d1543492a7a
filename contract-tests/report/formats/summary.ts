import { curlScript } from '#openapi/exchange/curl-script.ts';
import { typescriptProgram } from '#openapi/exchange/typescript-program.ts';
import { describeDifference } from '../difference.ts';
import { describeDisagreement, describeJudge } from '../judge-report.ts';
import type { Outcome } from '../outcome.ts';
import { type ClaimReport, type JudgeReport, type Report, verdictNames, verdicts } from '../report.ts';
import { count } from '../verdict.ts';
import { renderTable } from './table.ts';

/** Renders the end of a run for a terminal: claims by verdict, and each difference with its evidence. */
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

/** Returns false if no law has a verdict, so that only the reason for the early end is worth showing. */
function hasRun({ claims, ended_early }: Report): boolean {
  return ended_early === null || claims.some(({ laws }) => laws.some(({ outcome }) => outcome !== 'no-verdict'));
}

/** Describes a run in a line: its target, amounts, and the seed that repeats it. */
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

/** Returns the claim's ID, with the number of laws that held or ran if it has no verdict. */
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
