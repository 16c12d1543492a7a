import operations from '#openapi/not-emulated.json' with { type: 'json' };

/** An operation that Paddle publishes. */
export type PublishedOperation = {
  /** In capitals. */
  method: string;
  /** With braces around parameters. */
  path: string;
  /** Paddle's own ID, such as `list-client-tokens`. */
  id: string;
  /** Permission that a key needs; `null` means any key will do. */
  permission: string | null;
  /** Whether a key may be left out. */
  isPublic: boolean;
};

/**
 * The operations that Paddle publishes for sellers and no document of ours has. They answer 540, so that nobody takes their
 * absence for a wrong URL.
 *
 * @evidence official: the OpenAPI document of May 2025 and of July 2026, and pages of the documentation up to November 2026;
 * assumed for the operation IDs of API keys, and for the permission to read rotations.
 */
export const notEmulated: readonly PublishedOperation[] = Object.entries(operations).map(
  ([place, [id = '', access = '']]) => {
    const [method = '', path = ''] = place.split(' ');
    return { method, path, id, permission: access.includes('.') ? access : null, isPublic: access === 'public' };
  },
);

/** Says that an operation is not emulated, and what serves instead where something does. */
export function whyNotEmulated({ method, path }: PublishedOperation): string {
  const said = `Paddock does not emulate ${method} ${path} yet.`;
  return path.startsWith('/simulation') ? `${said} POST /_paddock/trigger/{event_type} makes events happen.` : said;
}
