import { isPaddleHost } from './paddle-hosts.ts';

/** Whether an address is one that only this machine reaches. */
export function isLoopback(address = ''): boolean {
  return /^(::ffff:)?127\./.test(address) || address === '::1' || address === 'localhost';
}

/** Whether a Host header names this machine by a name that leads nowhere else. */
export function isLocalHost(host = ''): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|[a-z\d-]+\.localhost|\[::1\])(:\d+)?$/i.test(host);
}

const names = [
  // An IPv4 or IPv6 address: a page of such an origin is served from that address.
  /^\d{1,3}(\.\d{1,3}){3}$/,
  /^\[[\da-f:.]+\]$/i,
  // One word, such as the name of a container.
  /^[a-z\d_-]+$/i,
  // Names that nobody can register, such as host.docker.internal.
  /^[a-z\d_.-]+\.(localhost|internal|test)$/i,
];

/**
 * Whether a Host header can be meant for a mock that only this machine reaches. A name that somebody may have registered
 * cannot: a web page that resolves its own name to 127.0.0.1 would reach the mock with it (DNS rebinding).
 *
 * @param baseUrl the base URL that the mock was given, whose host is meant for it too
 */
export function isOwnHost(host: string, baseUrl: string | undefined): boolean {
  const [, name = ''] = /^(.+?)(?::\d{1,5})?$/s.exec(host) ?? [];
  if (names.some((form) => form.test(name)) || isPaddleHost(name)) return true;
  return baseUrl !== undefined && URL.parse(baseUrl)?.hostname === name.toLowerCase();
}
