import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiRequest } from '../http/exchange.ts';
import { ControlError } from './control-error.ts';

/**
 * Lets only the developer's own machine steer the emulator: callers on loopback who name a local host, so that no web
 * page can do it through DNS rebinding. With a token, anyone who sends it.
 *
 * @throws ControlError forbidden
 */
export function guardControl(request: ApiRequest, token: string | undefined): void {
  if (token !== undefined) {
    const sent = request.headers['x-paddock-control-token'];
    if (typeof sent === 'string' && timingSafeEqual(digest(sent), digest(token))) return;
    throw forbidden('the control token is missing or wrong. Send it in X-Paddock-Control-Token.');
  }
  if (!isLoopback(request.socket.remoteAddress)) {
    throw forbidden(
      'the request comes from another machine. Start the server with --control-token and send the token.',
    );
  }
  if (!isLocalHost(request.headers.host)) {
    throw forbidden('the Host header is not a local one. Call localhost, or start the server with --control-token.');
  }
}

function forbidden(reason: string): ControlError {
  return new ControlError(403, 'forbidden', `Could not steer the emulator: ${reason}`);
}

function isLoopback(address = ''): boolean {
  return /^(::ffff:)?127\./.test(address) || address === '::1';
}

function isLocalHost(host = ''): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|[a-z0-9-]+\.localhost|\[::1\])(:\d+)?$/i.test(host);
}

/** Equal lengths, which comparing in constant time asks for. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
