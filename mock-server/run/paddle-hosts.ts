/** The hosts that Paddle's SDKs have compiled in, and that lead to the mock. @evidence official: the Node SDK's environments */
export const paddleHosts = ['sandbox-api.paddle.com', 'api.paddle.com'] as const;

/** Whether a host, as a caller wrote it, is one of Paddle's API. */
export function isPaddleHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return paddleHosts.some((paddleHost) => paddleHost === name);
}
