import { curlScript } from '#openapi/exchange/curl-script.ts';
import { typescriptProgram } from '#openapi/exchange/typescript-program.ts';
import type { RecordedExchange } from '../../law/recorded-exchange.ts';
import { describeLaw } from '../difference.ts';
import type { LawReport } from '../report.ts';
import { count } from '../verdict.ts';
import { type Html, html } from './html.ts';

/** Renders a law with its exchanges. */
export function renderLaw(law: LawReport): Html {
  const { title, outcome, no_verdict, requests, cases, milliseconds, exchanges } = law;
  const amount = `${count(cases, 'case')}, ${count(requests, 'request')}, ${milliseconds} ms`;
  return html`<details class="law">
<summary><span class="${outcome}">${outcome.replace('-', ' ')}</span> ${title} <small>${amount}</small></summary>
${no_verdict === null ? '' : html`<p>${no_verdict}</p>`}
${outcome === 'broken' ? renderFailure(law) : ''}
${exchanges.map(renderExchange)}
</details>
`;
}

function renderFailure(law: LawReport): Html {
  const { evidence, replay } = describeLaw(law);
  const scripts = [
    { title: 'As curl', text: curlScript(law.exchanges) },
    { title: 'As TypeScript', text: typescriptProgram(law.exchanges) },
  ];
  return html`<pre>${[law.failure?.message.split('\n')[0] ?? '', ...evidence, replay].join('\n')}</pre>
${scripts.map(({ title, text }) => html`<details class="law"><summary>${title}</summary><pre>${text}</pre></details>`)}`;
}

/** Renders a request with its response. */
export function renderExchange({
  method,
  path,
  request_headers,
  request_body,
  status,
  headers,
  body,
}: RecordedExchange): Html {
  const lines = [
    `> ${method} ${path}`,
    ...Object.entries(request_headers).map(([name, value]) => `> ${name}: ${value}`),
    ...(request_body === '' ? [] : [`> ${request_body}`]),
    `< ${status}`,
    ...Object.entries(headers).map(([name, value]) => `< ${name}: ${value}`),
    `< ${body}`,
  ];
  return html`<pre class="exchange">${lines.join('\n')}</pre>`;
}
