import { UsageError } from '#openapi/usage-error.ts';

/**
 * Puts values for the names in braces: `/customers/{customer_id}` becomes `/customers/ctm_…`.
 *
 * @throws UsageError for a value that is missing, or that would lead to another path.
 */
export function fillPath(path: string, values: Readonly<Record<string, unknown>> = {}): string {
  return path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (typeof value !== 'string' || value === '' || /^\.{1,2}$/.test(value)) {
      throw new UsageError(`Could not call ${path}: ${name} is not an ID. Pass it in params.path.`);
    }
    return encodeURIComponent(value);
  });
}
