import type { Check } from './check.ts';

/** Every answer is JSON and says so, but for those that have no body. */
export const jsonContentType: Check = ({ status, headers, body }) => {
  if (status === 204) return null;
  const type = headers.get('content-type') ?? 'missing';
  if (!/^application\/json(;|$)/.test(type)) return `Content-Type is ${type}, not application/json`;
  return body === undefined ? 'the body is not JSON' : null;
};
