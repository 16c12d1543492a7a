/** Fields that applications in tests read. Each is present only in the responses it is read from. */
export type ParsedBody = {
  readonly data: { readonly id: string };
  readonly meta: { readonly pagination: { readonly next: string } };
};

/** Parses a response body without validating it. */
export function parseBody(text: string): ParsedBody {
  return JSON.parse(text);
}
