import { createHash } from 'node:crypto';
import { type ClaimHistory, claimHistories } from '../claim-histories.ts';
import { renderRun } from '../formats/summary.ts';
import { type Report, verdictNames, verdicts } from '../report.ts';
import { type Html, html } from './html.ts';
import { renderJudge } from './page-judge.ts';
import { renderLaw } from './page-law.ts';
import { pageScript } from './page-script.ts';

/**
 * Renders an HTML page of one run, or of several runs to compare, oldest first. The page is self-contained: its content
 * security policy allows only its own style and script, in case a response injects markup.
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

const pageStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 1rem; padding: .75rem 0; background: Canvas; }
input[type=search] { flex: 1 1 16rem; font: inherit; padding: .25rem .5rem; }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; padding: .75rem; font-size: 13px;
  background: color-mix(in srgb, CanvasText 6%, Canvas); }
table { border-collapse: collapse; } td, th { padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }
.claim { border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); padding: .4rem 0; }
.claim > summary, .law > summary { cursor: pointer; } .law { margin: .25rem 0 .25rem 1.25rem; }
.verdict { display: inline-block; min-width: 11rem; font-weight: 600; }
.differs, .broken { color: #c4314b; } .cannot-tell, .no-verdict { color: #8a6d00; }
.differs-as-expected { color: #2962b8; } .holds, .held { color: #1a7f37; }
@media (prefers-color-scheme: dark) { .differs, .broken { color: #ff7b8f; } .cannot-tell, .no-verdict { color: #e3b341; }
  .differs-as-expected { color: #79b0ff; } .holds, .held { color: #56d364; } }
[hidden] { display: none; }
`;
