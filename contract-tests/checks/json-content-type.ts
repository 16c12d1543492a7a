import type { Check } from './check.ts';

/** Every answer is JSON and says so. */
export const jsonContentType: Check = ({ headers, body }) => {
  const type = headers.get('content-type') ?? 'missing';
  if (!/^application\/json(;|$)/.test(type)) return `Content-Type is ${type}, not application/json`;
  return body === undefined ? 'the body is not JSON' : null;
};
