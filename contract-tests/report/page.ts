import { createHash } from 'node:crypto';
import { type ClaimHistory, claimHistories } from './claim-histories.ts';
import { type Html, html } from './html.ts';
import { renderJudge } from './page-judge.ts';
import { renderLaw } from './page-law.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { type Report, verdictNames, verdicts } from './report.ts';
import { renderRun } from './summary.ts';

/**
 * Makes one page about a run, or about several that are compared, the oldest first. It needs nothing but itself, and
 * may load nothing: a policy lets in its own style and script only, should markup get in with an answer.
 */
export function renderPage(reports: readonly Report[]): string {
  const policy = `default-src 'none'; style-src '${hashOf(pageStyle)}'; script-src '${hashOf(pageScript)}'; base-uri 'none'; form-action 'none'`;
  const histories = claimHistories(reports);
  const page = html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>paddock verify</title>
<style>${{ html: pageStyle }}</style>
<h1>paddock verify</h1>
<table>
<tr><th>run</th><th>of</th>${verdicts.map((verdict) => html`<th>${verdictNames[verdict]}</th>`)}</tr>
${reports.map(renderRunRow)}
</table>
${reports.flatMap(({ judge }) => (judge ? renderJudge(judge) : []))}
<form>
<input type="search" name="text" placeholder="claim, law, answer …" aria-label="text">
${verdicts.map((verdict) => html`<label><input type="checkbox" name="verdict" value="${verdict}" checked> ${verdictNames[verdict]}</label>`)}
${reports.length > 1 ? html`<label><input type="checkbox" name="changed"> changed only</label>` : ''}
<output></output>
</form>
${histories.map(renderClaim)}
<script>${{ html: pageScript }}</script>
</html>
`;
  return page.html;
}

function renderRunRow(report: Report): Html {
  const numbers = verdicts.map((verdict) => html`<td class="${verdict}">${`${report.totals.claims[verdict]}`}</td>`);
  return html`<tr><td>${renderRun(report)}</td><td><time>${report.started_at}</time></td>${numbers}</tr>`;
}

function renderClaim({ claim, verdicts: before, changed }: ClaimHistory): Html {
  const { id, verdict, because, statement, guide, official, accepted, laws } = claim;
  const earlier = before
    .slice(0, -1)
    .map((one) => html`<small>${one === null ? 'no claim' : verdictNames[one]} → </small>`);
  return html`<details class="claim" data-verdict="${verdict}" data-changed="${`${changed}`}">
<summary><span class="verdict ${verdict}">${earlier}${before.at(-1) === null ? 'no claim' : verdictNames[verdict]}</span> <code>${id}</code> ${statement ?? ''}</summary>
<p>${because}</p>
${accepted ? html`<p>Known until ${accepted.expires}: ${accepted.reason}</p>` : ''}
${guide === null ? '' : html`<p>Guide: ${guide}</p>`}
${official === null ? '' : html`<p>Paddle: ${official.statement} <a href="${official.url}" rel="noreferrer">${official.url}</a></p>`}
${laws.map(renderLaw)}
</details>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
