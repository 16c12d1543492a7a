import { objectAt } from '#openapi/document/refs.ts';
import { type Check, documentedResponse } from './check.ts';
import { codesOutsideOperations } from './documented-status.ts';

/** Checks that an error response has the envelope, a code of its status, and the URL of the code's documentation. */
export const errorEnvelope: Check = (exchange, { document }) => {
  const { status, json } = exchange.response;
  if (status < 400) return null;
  const error = errorOf(json);
  if (error === null) return 'the refusal has no error.code and error.documentation_url';
  if (!error.documentationUrl.endsWith(`/${error.code}`))
    return `${error.documentationUrl} is not the page about ${error.code}`;
  const response = documentedResponse(exchange);
  const documented = response ? objectAt(document, response)['x-error-codes'] : codesOutsideOperations[status];
  if (Array.isArray(documented) && documented.some((code) => code === error.code)) return null;
  return `${error.code} is not a code for ${status} here; documented are ${JSON.stringify(documented)}`;
};

function errorOf(body: unknown): { code: string; documentationUrl: string } | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error) || !('documentation_url' in error)) return null;
  const { code, documentation_url: documentationUrl } = error;
  return typeof code === 'string' && typeof documentationUrl === 'string' ? { code, documentationUrl } : null;
}
