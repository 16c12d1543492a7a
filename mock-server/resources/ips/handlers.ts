import type { Handlers } from '../../http/handler.ts';

/** @evidence official: https://developer.paddle.com/webhooks/about/respond-to-webhooks, for the sandbox */
const sandboxAddresses = [
  '34.194.127.46',
  '54.234.237.108',
  '3.208.120.145',
  '44.226.236.210',
  '44.241.183.62',
  '100.20.172.113',
];

export const ipHandlers: Handlers<'getIpAddresses'> = {
  getIpAddresses: () => ({ data: { ipv4_cidrs: sandboxAddresses.map((address) => `${address}/32`) } }),
};
