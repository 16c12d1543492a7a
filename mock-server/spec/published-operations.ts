import type { Operation } from '#openapi/document/operations.ts';
import operations from '#openapi/not-emulated.json' with { type: 'json' };

/** An operation that Paddle publishes. */
export type PublishedOperation = {
  /** In upper case. */
  method: string;
  /** With parameters in braces. */
  path: string;
  /** Paddle's own ID, such as `list-client-tokens`. */
  id: string;
  /** Permission that a key needs; `null` if any key will do. */
  permission: string | null;
  /** Use of a key. */
  key: Operation['key'];
};

const missing: Readonly<Record<string, string[]>> = operations;

/**
 * Operations that Paddle publishes for sellers and that our documents lack. They return 540, so that they are not
 * mistaken for a wrong URL.
 *
 * @evidence official: the OpenAPI document of May 2025 and of July 2026, and pages of the documentation up to
 * November 2026; assumed for the operation IDs of API keys, and for the permission to read rotations.
 */
export const notEmulated: readonly PublishedOperation[] = Object.entries(missing).map(
  ([place, [id = '', access = '']]) => {
    const [method = '', path = ''] = place.split(' ');
    return {
      method,
      path,
      id,
      permission: access.includes('.') ? access : null,
      key: access === 'public' ? 'none' : 'required',
    };
  },
);

/** Returns the reason why an operation is not emulated. */
export function whyNotEmulated({ method, path }: PublishedOperation): string {
  return `Paddock does not emulate ${method} ${path} yet.`;
}
