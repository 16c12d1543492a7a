import { UsageError } from '#openapi/text/usage-error.ts';
import type { KeyKind } from './api-key.ts';

/**
 * Paddle's sandbox, Paddle's live environment, or the base URL of a compatible server such as Paddock.
 *
 * @example
 * ```ts
 * import type { PaddleEnvironment } from 'paddle-paddock/client';
 *
 * export const environments: PaddleEnvironment[] = ['sandbox', 'live', 'http://127.0.0.1:4010', new URL('https://paddle.example/')];
 * ```
 */
export type PaddleEnvironment = 'sandbox' | 'live' | URL | (string & {});

/** @evidence official */
const baseUrls = { sandbox: 'https://sandbox-api.paddle.com', live: 'https://api.paddle.com' } as const;
const names = ['sandbox', 'live'] as const;

/**
 * Returns the base URL of an environment, without a trailing slash.
 *
 * @throws UsageError if the URL is invalid or a key of this kind must not be sent there.
 */
export function baseUrlFor(environment: PaddleEnvironment, key: KeyKind): string {
  const name = names.find((known) => known === environment);
  const url = parseBaseUrl(name === undefined ? environment : baseUrls[name]);
  const named = names.find((known) => new URL(baseUrls[known]).hostname === url.hostname);
  if (named === undefined) {
    refuseUnsafe(url, key);
  } else {
    if (url.origin !== baseUrls[named])
      throw cannotSend(`${url.origin} is not a host of Paddle's API`, `Use '${named}'.`);
    refuseWrongKey(named, key);
  }
  return url.href.replace(/\/+$/, '');
}

function parseBaseUrl(environment: string | URL): URL {
  const url = URL.parse(environment);
  const advice = "Pass 'sandbox', 'live', or a URL such as http://127.0.0.1:4010.";
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `Could not use the environment: it is neither a known name nor an http or https URL. ${advice}`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new UsageError(
      `Could not use the environment: its URL contains credentials, a query or a fragment. ${advice}`,
    );
  }
  return url;
}

function refuseWrongKey(environment: 'sandbox' | 'live', key: KeyKind): void {
  if (key === 'legacy' || key === environment) return;
  throw cannotSend(
    `it is a ${key} key, but the environment is ${environment}`,
    `Use a key from the ${environment} dashboard, or the environment '${key}'.`,
  );
}

/** Rejects a live key for a mock on this machine, and a key that may be live for an unencrypted connection. */
function refuseUnsafe(url: URL, key: KeyKind): void {
  const local = isLoopback(url.hostname);
  const encrypted = url.protocol === 'https:';
  if (key === 'live' && local) {
    throw cannotSend(`it is a live key, but ${url.host} is this machine`, 'Use a sandbox key.');
  }
  if (key !== 'sandbox' && !encrypted && !local) {
    throw cannotSend(`it may be a live key, but ${url.origin} is not encrypted`, 'Use https, or a sandbox key.');
  }
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])\.?$/.test(hostname);
}

function cannotSend(reason: string, advice: string): UsageError {
  return new UsageError(`Could not use the API key: ${reason}. ${advice}`);
}
