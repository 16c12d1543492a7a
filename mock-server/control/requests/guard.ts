import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiRequest } from '../../http/exchange.ts';
import { isOfAnotherSite } from '../../wire/another-site.ts';
import { isLocalHost, isLoopback, isOwnHost } from '../../wire/hosts.ts';
import { ControlError } from './control-error.ts';

export type GuardOptions = {
  /** Token that admits callers on other machines; without one, only this machine's are admitted. */
  controlToken: string | undefined;
  /** `true` if only this machine reaches the server. */
  isLocal: boolean;
  baseUrl: string | undefined;
};

/** Headers that a proxy adds for a caller who may be on any machine. */
const forwardingHeaders = ['x-forwarded-for', 'x-real-ip', 'forwarded'];

/**
 * Admits callers on loopback with a local Host header or, if there is a token, anyone who sends it. Rejects web pages
 * of other sites, and webhooks that were sent here by mistake.
 *
 * @throws ControlError forbidden
 */
export function guardControl(request: ApiRequest, options: GuardOptions): void {
  const reason =
    whyMistrusted(request) ?? (options.controlToken === undefined ? whyRemote(request) : whyUnknown(request, options));
  if (reason !== undefined) throw new ControlError(403, 'forbidden', `Could not use the control plane: ${reason}`);
}

/** Finds a reason to reject a request with any token. */
function whyMistrusted({ headers, socket }: ApiRequest): string | undefined {
  if (headers['paddle-signature'] !== undefined) return 'the request is a webhook. Register another URL for webhooks.';
  if ('encrypted' in socket && socket.encrypted)
    return "the request was sent to Paddle's API. Send it to the URL in PADDOCK_URL.";
  if (isOfAnotherSite(headers)) return 'the request comes from a web page of another site. Send it from a program.';
  return undefined;
}

/** Finds a reason to reject a request where no token is set. */
function whyRemote({ headers, socket }: ApiRequest): string | undefined {
  if (!isLoopback(socket.remoteAddress))
    return 'the request comes from another machine. Start the server with --control-token and send the token.';
  if (forwardingHeaders.some((name) => headers[name] !== undefined))
    return 'the request was forwarded by a proxy. Start the server with --control-token and send the token.';
  if (!isLocalHost(headers.host))
    return 'the Host header is not a local one. Use localhost, or start the server with --control-token.';
  return undefined;
}

/** Finds a reason to reject a request where a token is required. */
function whyUnknown(
  { headers }: ApiRequest,
  { controlToken = '', isLocal, baseUrl }: GuardOptions,
): string | undefined {
  const sent = headers['x-paddock-control-token'];
  if (typeof sent !== 'string' || !timingSafeEqual(digest(sent), digest(controlToken)))
    return 'the control token is missing or wrong. Send it in X-Paddock-Control-Token.';
  if (isLocal && !isOwnHost(headers.host ?? '', baseUrl))
    return 'the Host header is not a local one. Use localhost, or start the server with --base-url.';
  return undefined;
}

/** Hashes a text, since comparing in constant time requires equal lengths. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
