/**
 * Incorrect use of the mock, the client or the suite. The client throws it before it sends a request. The message has
 * the form "Could not X: Y. Do Z." and never contains an API key.
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
