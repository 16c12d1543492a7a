import { curlScript } from '#openapi/exchange/curl-script.ts';
import { type BrokenLaw, describeDifference } from '../difference.ts';
import { describeDisagreement, describeJudge } from '../judge-report.ts';
import type { Outcome } from '../outcome.ts';
import { type JudgeReport, type Report, verdictNames, verdicts } from '../report.ts';
import { renderRun } from './summary.ts';

/** Renders a summary for CI in GitHub's Markdown: totals, differences, and claims without a verdict. */
export function renderMarkdown(report: Report, { because }: Outcome): string {
  const { claims, totals } = report;
  const undecided = claims.filter(({ verdict }) => verdict === 'cannot-tell');
  const rows = verdicts.map((verdict) => `| ${verdictNames[verdict]} | ${totals.claims[verdict]} |`);
  const differing = claims.filter(({ verdict }) => verdict === 'differs');
  return [
    '## paddock verify',
    quote(because.join(' ')),
    ['| verdict | claims |', '| --- | ---: |', ...rows].join('\n'),
    quote(renderRun(report)),
    ...differing.flatMap((claim) => {
      const { sentence, laws } = describeDifference(claim);
      return [`### ${quote(claim.id)} differs`, quote(sentence), ...laws.map(renderLaw)];
    }),
    ...(undecided.length === 0
      ? []
      : ['### No verdict', undecided.map(({ id, because: why }) => `- ${quote(id)}: ${quote(why)}`).join('\n')]),
    ...(report.judge ? renderJudge(report.judge) : []),
    '',
  ].join('\n\n');
}

function renderLaw({ law, evidence, replay }: BrokenLaw): string {
  const text = [...evidence, replay, '', curlScript(law.exchanges)].join('\n');
  return `<details><summary>${quote(law.title)}</summary>\n\n${fence(text)}\n\n</details>`;
}

function renderJudge(report: JudgeReport): string[] {
  const disagreements = report.disagreements.map((one) => {
    const [sentence = '', ...said] = describeDisagreement(report.judge, one);
    const text = [...said, '', curlScript([one.exchange])].join('\n');
    return `<details><summary>${quote(sentence)}</summary>\n\n${fence(text)}\n\n</details>`;
  });
  return [`### ${quote(report.judge)}`, quote(describeJudge(report)), ...disagreements];
}

/** Fences a text with more backticks than it contains in a row. */
function fence(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}text\n${text}\n${mark}`;
}

/** Escapes text for Markdown. */
function quote(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~]/g, '\\$&').replaceAll('\n', ' ');
}
