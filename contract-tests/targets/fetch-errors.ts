/** True for an error of `fetch` after which there is no response, or only part of one. */
export function isNetworkError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'TimeoutError' || (error.name === 'TypeError' && /^(fetch failed|terminated)$/.test(error.message))
  );
}

/** The reason for an error of `fetch`, such as `connect ECONNREFUSED 127.0.0.1:9`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  // For a host name with several addresses, the cause has a code and no message.
  return cause.message || ('code' in cause ? String(cause.code) : error.message);
}

/** True for a status that means the target failed. 501 is left out: it answers unknown methods. */
export function isServerError(status: number): boolean {
  return status >= 500 && status !== 501;
}
