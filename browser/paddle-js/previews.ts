import type { PricePreviewResponse, TransactionPreviewResponse } from '@paddle/paddle-js';
import { toCamelCase, toSnakeCase } from './wire-names.ts';

/** Responses by the last part of the path. */
type Previews = { 'pricing-preview': PricePreviewResponse; 'transaction-preview': TransactionPreviewResponse };

/** An error of a preview, as Paddle's API sends it. */
class PreviewError extends Error {
  override name = 'PaddleError';
  readonly code: string;
  readonly error: unknown;

  constructor(error: { code?: string; detail?: string }) {
    super(`${error.detail ?? 'The preview failed.'} (${error.code ?? 'unknown'})`);
    this.code = error.code ?? 'unknown';
    this.error = error;
  }
}

/** Asks the mock for a preview, with the field names of Paddle.js. @throws PreviewError for a request that it refuses */
export async function preview<Name extends keyof Previews>(
  origin: string,
  name: Name,
  token: string,
  params: object,
): Promise<Previews[Name]> {
  const response = await fetch(`${origin}/_paddock/checkout/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Paddle-Clienttoken': token },
    body: JSON.stringify(toSnakeCase(params)),
  });
  const answer = await response.json();
  if (!response.ok) throw new PreviewError(answer.error ?? {});
  return toCamelCase(answer) as Previews[Name];
}
