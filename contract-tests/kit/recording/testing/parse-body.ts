/** What an application of a test reads of an answer. It is there in those answers of which it is read. */
export type ParsedBody = {
  readonly data: { readonly id: string };
  readonly meta: { readonly pagination: { readonly next: string } };
};

/** Takes an answer for what the application knows that it is. */
export function parseBody(text: string): ParsedBody {
  return JSON.parse(text);
}
