/** The hosts of Paddle's API, which its SDKs have compiled in. @evidence official */
export const paddleHosts = ['sandbox-api.paddle.com', 'api.paddle.com'] as const;

/** Whether a host name, as a caller wrote it, is that of Paddle's API. */
export function isPaddleHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return paddleHosts.some((host) => host === name);
}
