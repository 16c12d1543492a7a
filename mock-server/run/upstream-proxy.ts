import { UsageError } from '#openapi/text/usage-error.ts';
import type { Environment } from './environment.ts';

/** Proxies of the inherited environment. */
export type UpstreamProxies = { http: string | undefined; https: string | undefined };

/**
 * Reads the proxies from the environment.
 *
 * @throws UsageError for an invalid proxy
 */
export function upstreamProxies(inherited: Environment): UpstreamProxies {
  const firstOf = (...names: string[]) => {
    for (const name of names) {
      if (inherited[name]) return readProxy(name, inherited[name]);
    }
    return undefined;
  };
  return {
    http: firstOf('http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'),
    https: firstOf('https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'),
  };
}

function readProxy(variable: string, text: string): string {
  const url = text.includes('://') ? text : `http://${text}`;
  if (URL.canParse(url) && /^(https?|socks[45]?[ah]?):/.test(url)) return url;
  // The text may contain a password, so it is not repeated.
  throw new UsageError(
    `Could not go through the proxy of ${variable}: it is not a proxy's URL. Correct it, or unset it.`,
  );
}
