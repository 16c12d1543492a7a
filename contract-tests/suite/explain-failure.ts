import fc from 'fast-check';
import { curlScript } from '#openapi/exchange/curl-script.ts';
import { createRedactor } from '#openapi/exchange/redact.ts';
import { typescriptProgram } from '#openapi/exchange/typescript-program.ts';
import { PropertyFailure } from '../law/assert-property.ts';
import { recordExchanges } from '../law/recorded-exchange.ts';
import type { Failure } from './failure.ts';

/**
 * The error of a law for another test runner, with the requests of the failing case as curl and TypeScript, redacted.
 *
 * @param baseUrl URL of the API, which is left out of paths.
 */
export function explainFailure({ error, exchanges }: Failure, baseUrl: string): Error {
  const scripts = scriptsOf(exchanges, baseUrl);
  if (error instanceof PropertyFailure) {
    const { details } = error;
    return new Error(`${fc.defaultReportMessage(details)}${scripts}`, { cause: details.errorInstance });
  }
  if (!(error instanceof Error)) return new Error(`${error}${scripts}`);
  // Keeps the error object, from which runners show the compared values.
  error.message += scripts;
  return error;
}

function scriptsOf(found: Failure['exchanges'], baseUrl: string): string {
  const exchanges = createRedactor()(recordExchanges(found, baseUrl));
  if (exchanges.length === 0) return '';
  return `\n\nAs curl:\n${curlScript(exchanges)}\n\nAs TypeScript:\n${typescriptProgram(exchanges)}\n`;
}
