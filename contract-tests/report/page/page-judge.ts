import { describeDisagreement, describeJudge } from '../judge-report.ts';
import type { DisagreementReport, JudgeReport } from '../report.ts';
import { type Html, html } from './html.ts';
import { renderExchange } from './page-law.ts';

/** Renders another judge's disagreements and its known differences. */
export function renderJudge(report: JudgeReport): Html {
  const { judge, disagreements, known } = report;
  const reasons = known.map(
    ({ name, reason, exchanges }) =>
      html`<tr><td><code>${name}</code></td><td>${reason}</td><td>${exchanges.toLocaleString('en')}</td></tr>`,
  );
  return html`<section class="judge">
<p>${describeJudge(report)}</p>
${disagreements.map((one) => renderDisagreement(judge, one))}
<details><summary>Known differences</summary><table>
<tr><th>difference</th><th>reason</th><th>exchanges</th></tr>
${reasons}
</table></details>
</section>
`;
}

function renderDisagreement(judge: string, disagreement: DisagreementReport): Html {
  const [sentence = '', ...said] = describeDisagreement(judge, disagreement);
  return html`<details class="law">
<summary><span class="broken">disagreement</span> ${sentence}</summary>
<pre>${said.join('\n')}</pre>
${renderExchange(disagreement.exchange)}
</details>
`;
}
