const held = new Set<readonly Request[]>();

/**
 * Keeps requests from being garbage-collected until their responses are read. `fetch` links a Request to its signal
 * weakly, so an unreferenced request could no longer be aborted.
 */
export async function holdRequests<Result>(requests: readonly Request[], work: () => Promise<Result>): Promise<Result> {
  held.add(requests);
  try {
    return await work();
  } finally {
    held.delete(requests);
  }
}
