/** What a refusal says of its reasons. */
export type Refused = { readonly code: string; readonly fields: readonly string[] };

/** The reasons in an answer's body, or `null` where it is no refusal with a code. */
export function refusedIn(body: unknown): Refused | null {
  const error = isRecord(body) ? body['error'] : null;
  if (!isRecord(error) || typeof error['code'] !== 'string') return null;
  const errors: readonly unknown[] = Array.isArray(error['errors']) ? error['errors'] : [];
  return { code: error['code'], fields: errors.map((one) => (isRecord(one) ? String(one['field']) : '')) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
