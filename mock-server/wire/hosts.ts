import { isEmulatedHost } from './paddle-hosts.ts';

/** Returns true for an address that only this machine reaches. */
export function isLoopback(address = ''): boolean {
  return /^(::ffff:)?127\./.test(address) || address === '::1' || address === 'localhost';
}

/** Returns true for a Host header that always refers to this machine. */
export function isLocalHost(host = ''): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|[a-z\d-]+\.localhost|\[::1\])(:\d+)?$/i.test(host);
}

/** Returns true for a host name that documents use as an example, such as `hooks.example.com`, and that no one can have. */
export function isReservedHost(name: string): boolean {
  return /(^|\.)(example(\.(com|net|org))?|invalid)$/i.test(name);
}

const names = [
  // IPv4 and IPv6 addresses: a page of such an origin is served from that address.
  /^\d{1,3}(\.\d{1,3}){3}$/,
  /^\[[\da-f:.]+\]$/i,
  // Single words, such as names of containers.
  /^[a-z\d_-]+$/i,
  // Names that cannot be registered, such as host.docker.internal.
  /^[a-z\d_.-]+\.(localhost|internal|test)$/i,
];

/**
 * Returns true for a Host header that may refer to a mock which only this machine reaches. A registrable name may
 * not: a web page that resolves its own name to 127.0.0.1 would reach the mock with it (DNS rebinding).
 *
 * @param baseUrl the mock's base URL, whose host is accepted too
 */
export function isOwnHost(host: string, baseUrl: string | undefined): boolean {
  const [, name = ''] = /^(.+?)(?::\d{1,5})?$/s.exec(host) ?? [];
  if (names.some((form) => form.test(name)) || isEmulatedHost(name)) return true;
  return baseUrl !== undefined && URL.parse(baseUrl)?.hostname === name.toLowerCase();
}
