import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Agent, EnvHttpProxyAgent, request as send } from 'undici';
import type { HttpExchange, HttpRequest, HttpResponse } from '#openapi/exchange/exchange.ts';
import { isHopByHop } from '#openapi/exchange/hop-by-hop-headers.ts';
import { printError } from '#openapi/text/print.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { reasonOf } from '../../targets/fetch-errors.ts';

/** Headers that the next hop sets itself. */
const setByNextHop = new Set(['accept-encoding', 'content-length', 'host']);

/** An exchange of an application with the target; `response` is `null` without one. Secrets are not redacted. */
export type ProxiedExchange = HttpExchange<HttpRequest, HttpResponse | null> & {
  /** Time of the request. */
  readonly at: Date;
  readonly durationMs: number;
};

/** Options of a recording proxy. */
export type ProxyOptions = {
  /** Base URL of the target, without a slash at the end. */
  readonly target: string;
  /** TCP port; 0 picks a free one. */
  readonly port: number;
  /** Returns the reason to refuse a key, as a sentence, or `null`. */
  readonly refuseKey: (authorization: string | null) => string | null;
  /** Called for each exchange with the target's API. Requests to a Paddock's control plane are not reported. */
  readonly onExchange: (exchange: ProxiedExchange) => void;
};

/** A proxy that listens on this machine only. */
export type RecordingProxy = { readonly url: string; close(): Promise<void> };

/**
 * Starts a proxy that an application calls instead of the target.
 *
 * @throws UsageError if the port is not available.
 */
export async function startProxy({ target, port, refuseKey, onExchange }: ProxyOptions): Promise<RecordingProxy> {
  // As Node's own `fetch` does, so that `paddock run` can stand in for the sandbox here too.
  const agent = process.env['NODE_USE_ENV_PROXY'] === '1' ? new EnvHttpProxyAgent() : new Agent();
  const server = createServer((incoming, response) => void pass(incoming, response));
  await listen();
  // A server that listens on a port has an `AddressInfo`.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = new Date();
    const started = performance.now();
    // A client that disconnected needs no response.
    const body = await buffer(incoming).catch(() => null);
    if (body === null) return;
    const requestHeaders = headersFrom(incoming.headersDistinct);
    const refusal = refuseUrl(incoming.url) ?? refuseKey(requestHeaders.get('authorization'));
    if (refusal !== null) return refuse(response, refusal);
    const answer = await ask(incoming, requestHeaders, body);
    if (!incoming.url?.startsWith('/_paddock')) {
      onExchange({
        at,
        durationMs: Math.round((performance.now() - started) * 1000) / 1000,
        request: {
          method: incoming.method ?? '',
          url: new URL(`${url}${incoming.url}`),
          headers: requestHeaders,
          body: body.toString(),
        },
        response: typeof answer === 'string' ? null : answer,
      });
    }
    if (typeof answer === 'string')
      return respond(response, 502, { type: 'api_error', code: 'bad_gateway', detail: answer });
    response.writeHead(answer.status, [...answer.headers].flat()).end(rewriteNext(answer.body));
  }

  /** @returns the response, or the reason why none arrived completely, as a sentence. */
  async function ask(incoming: IncomingMessage, headers: Headers, body: Buffer): Promise<HttpResponse | string> {
    try {
      const answer = await send(`${target}${incoming.url}`, {
        method: incoming.method ?? 'GET',
        // The body is recorded as it arrives, so it must not be compressed.
        headers: { ...Object.fromEntries(headers), 'accept-encoding': 'identity' },
        body: body.length > 0 ? body : null,
        dispatcher: agent,
      });
      return { status: answer.statusCode, headers: headersFrom(answer.headers), body: await answer.body.text() };
    } catch (error) {
      const problem = `paddock record got no response from ${target}: ${reasonOf(error)}.`;
      printError(problem);
      return problem;
    }
  }

  /** Rewrites the URL of the next page, so that an application that follows it stays on the proxy. */
  function rewriteNext(text: string): string {
    return text.replace(/("next":\s*")([^"]*)/g, (whole, start: string, next: string) =>
      next.startsWith(`${target}/`) ? `${start}${url}${next.slice(target.length)}` : whole,
    );
  }

  async function listen(): Promise<void> {
    server.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new UsageError(`Could not listen on port ${port}: ${reason}. Give another --port.`);
    }
  }

  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      await agent.close();
    },
  };
}

function headersFrom(fields: NodeJS.Dict<string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(fields)) {
    for (const value of setByNextHop.has(name) || isHopByHop(name) ? [] : [values].flat()) headers.append(name, value);
  }
  return headers;
}

/** Refuses absolute URLs, which are meant for a forward proxy. */
function refuseUrl(url = ''): string | null {
  return /^\/(?!\/)/.test(url)
    ? null
    : `Could not pass a request on: ${url} is not a path. Use the proxy as the base URL.`;
}

function refuse(response: ServerResponse, detail: string): void {
  printError(detail);
  respond(response, 403, { type: 'request_error', code: 'forbidden', detail });
}

function respond(response: ServerResponse, status: number, error: Readonly<Record<string, string>>): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}
