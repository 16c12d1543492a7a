/** Paddock was used in a way that cannot work. The message says: "Could not X: Y. Do Z." */
export class UsageError extends Error {
  override name = 'UsageError';
}
