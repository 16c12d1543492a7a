import { badRequest, type PaddleApiError } from '../../errors/errors.ts';
import { controlRoot } from '../../wire/control-root.ts';
import { isOwnHost } from '../../wire/hosts.ts';
import { standInPath } from '../../wire/paddle-sites.ts';
import { readTarget } from '../../wire/target.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';

export type Listener = (request: ApiRequest, response: ApiResponse) => void;

export type DoorOptions = {
  /** The application. */
  serve: Listener;
  /** Answers a rejected request. */
  refuse: (refusal: PaddleApiError, request: ApiRequest, response: ApiResponse) => void;
  /** `true` if only this machine reaches the server, so that other host names mean DNS rebinding. */
  isLocal: boolean;
  baseUrl: string | undefined;
};

/**
 * Makes the entrance that every request passes first: it reduces the URL to path and query, and checks the Host header.
 * It stands before the application because a middleware would cost more than finding the route.
 */
export function doorOf({ serve, refuse, isLocal, baseUrl }: DoorOptions): Listener {
  let lastHost: string | undefined;
  const isKnown = (host: string) => host === lastHost || isOwnHost(host, baseUrl);
  return (request, response) => {
    const { url: target, authority } = readTarget(request.url);
    if (authority !== undefined) request.headers.host = authority;
    const { host } = request.headers;
    const url = host === undefined ? target : standInPath(host, target);
    request.url = url;
    request.originalUrl = url;
    // The control plane has a stricter guard of its own.
    const isChecked = isLocal && host !== undefined && !url.startsWith(controlRoot);
    if (isChecked && !isKnown(host)) return refuse(foreignHost(host), request, response);
    if (hostsOf(request) !== 1 && request.httpVersion !== '1.0') return refuse(badRequest(), request, response);
    if (isChecked) lastHost = host;
    serve(request, response);
  };
}

/** @evidence assumed: the code; Paddle's API is reached by its own names only */
function foreignHost(host: string): PaddleApiError {
  const hint = `The Host header is ${host}, a name that a web page could make resolve to this machine.`;
  return badRequest(undefined, `${hint} Use localhost, or start the server with --base-url.`);
}

function hostsOf({ rawHeaders }: ApiRequest): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
}
