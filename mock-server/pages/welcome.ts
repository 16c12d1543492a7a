import { type RequestHandler, Router } from 'express';
import { version } from '../text/version.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';

const paths = ['/', '/_paddock', '/_paddock/'];

/** Serves a page about the mock to browsers; programs get Paddle's error for an unknown URL. */
export function welcomePage(): RequestHandler {
  return Router({ strict: true }).get(paths, (request, response, next) => {
    if (request.accepts(['application/json', 'text/html']) !== 'text/html') return next();
    sendPage(response, 200, 'Paddock', content, 'Paddock · a mock of Paddle Billing');
  });
}

const content = html`<h1>Paddock ${version}</h1>
<p>This server stands in for Paddle Billing's API on your own machine. Use its address as the base URL of your client, with
any sandbox API key; each key has its own account.</p>
<h2>The API</h2>
<ul>
<li>OpenAPI document of this account: <a href="/_paddock/openapi/account.json">JSON</a>,
<a href="/_paddock/openapi/account.yaml">YAML</a></li>
<li>OpenAPI document of the guide profile: <a href="/_paddock/openapi/guide.json">JSON</a>,
<a href="/_paddock/openapi/guide.yaml">YAML</a></li>
<li>OpenAPI document of the official profile: <a href="/_paddock/openapi/official.json">JSON</a>,
<a href="/_paddock/openapi/official.yaml">YAML</a></li>
</ul>
<h2>The control plane</h2>
<ul>
<li><a href="/_paddock/openapi/control.yaml">OpenAPI document</a>: advance the clock, make requests fail, trigger events</li>
<li><a href="/_paddock/requests">Requests</a> and <a href="/_paddock/deliveries">webhook deliveries</a> of the default
account</li>
<li><a href="/_paddock/health">Health</a> and <a href="/_paddock/metrics">metrics</a></li>
</ul>
<h2>The command line</h2>
<p><code>paddock --help</code> lists the commands; <code>paddock start --help</code> lists the options of this server.
The package's README has the rest.</p>`;
