import { UsageError } from '#openapi/text/usage-error.ts';

/**
 * Replaces the names in braces by values: `/customers/{customer_id}` becomes `/customers/ctm_…`.
 *
 * @throws UsageError for a missing value, or one that would change the path.
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
