/** True for an error of `fetch` that means there was no response, or only part of one. */
export function isLost(error: unknown): error is Error {
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
  // Where a name has several addresses, the cause has a code and no message.
  return cause.message || ('code' in cause ? String(cause.code) : error.message);
}

/** True for a status that means the target failed. 501 is for methods it does not know. */
export function isFailure(status: number): boolean {
  return status >= 500 && status !== 501;
}
