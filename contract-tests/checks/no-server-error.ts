import type { Check } from './check.ts';

const verbsOfHttp = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** Checks that no request makes the target fail. Only unknown HTTP methods may get a 501. */
export const noServerError: Check = ({ request: { method }, response: { status } }) => {
  if (status < 500 || (status === 501 && !verbsOfHttp.has(method))) return null;
  return `the target failed with ${status}`;
};
