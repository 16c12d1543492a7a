import type { Check } from './check.ts';

const verbsOfHttp = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** Nothing a caller sends makes the target fail. Only a verb that HTTP does not have is answered with a 501. */
export const noServerError: Check = ({ method, status }) => {
  if (status < 500 || (status === 501 && !verbsOfHttp.has(method))) return null;
  return `the target failed with ${status}`;
};
