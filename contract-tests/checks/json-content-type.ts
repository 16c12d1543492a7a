import type { Check } from './check.ts';

/** Checks that every response with a body is JSON and has its content type. */
export const jsonContentType: Check = ({ response: { status, headers, json } }) => {
  if (status === 204) return null;
  const type = headers.get('content-type') ?? 'missing';
  if (!/^application\/json(;|$)/.test(type)) return `Content-Type is ${type}, not application/json`;
  return json === undefined ? 'the body is not JSON' : null;
};
