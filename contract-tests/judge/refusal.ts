import { isObject } from '#openapi/document/json.ts';

/** Code and invalid fields of an error response. */
export type Refused = { readonly code: string; readonly fields: readonly string[] };

/** Reads an error from a response body; `null` without an error code. */
export function refusedIn(body: unknown): Refused | null {
  const error = isObject(body) ? body['error'] : null;
  if (!isObject(error) || typeof error['code'] !== 'string') return null;
  const errors: readonly unknown[] = Array.isArray(error['errors']) ? error['errors'] : [];
  return { code: error['code'], fields: errors.map((one) => (isObject(one) ? String(one['field']) : '')) };
}
