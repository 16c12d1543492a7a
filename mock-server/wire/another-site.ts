import type { IncomingHttpHeaders } from 'node:http';

/**
 * Recognises requests of web pages of other sites by the headers that browsers add.
 *
 * @param baseUrl the server's base URL, whose pages are no other site; by default those of the Host header
 */
export function isOfAnotherSite(
  { origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders,
  baseUrl?: string | undefined,
): boolean {
  const own = [host?.toLowerCase(), baseUrl === undefined ? undefined : URL.parse(baseUrl)?.host];
  if (origin !== undefined && !own.includes(URL.parse(origin)?.host ?? '')) return true;
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
