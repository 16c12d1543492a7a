/**
 * The mock, its client or the suite was used in a way that cannot work. The client throws it before it sends anything.
 * The message says: "Could not X: Y. Do Z." It never contains an API key.
 *
 * @example
 * ```ts
 * import { createPaddleClient, UsageError } from 'paddle-paddock/client';
 *
 * export function connect(apiKey: string): string {
 *   try {
 *     return createPaddleClient({ apiKey, environment: 'live' }).baseUrl;
 *   } catch (error) {
 *     if (error instanceof UsageError) return error.message;
 *     throw error;
 *   }
 * }
 * ```
 */
export class UsageError extends Error {
  override name = 'UsageError';
}
