/** Whether an error says that there was no answer, or not all of it: what `fetch` throws, and what reading a body does. */
export function isLost(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'TimeoutError' || (error.name === 'TypeError' && /^(fetch failed|terminated)$/.test(error.message))
  );
}

/** Whether a status says that the target failed. 501 is for verbs that it does not know. */
export function isFailure(status: number): boolean {
  return status >= 500 && status !== 501;
}
