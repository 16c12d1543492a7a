import fc from 'fast-check';
import { curlScript } from '#openapi/exchange/curl-script.ts';
import { createRedactor } from '#openapi/exchange/redact.ts';
import { typescriptProgram } from '#openapi/exchange/typescript-program.ts';
import { PropertyFailure } from '../law/assert-property.ts';
import { recordExchanges } from '../law/recorded-exchange.ts';
import type { Failure } from './failure.ts';

/**
 * What a law threw, as a runner that knows nothing of laws shows it: with the requests of the case that fails, as lines
 * of curl and as a program, and without secrets.
 *
 * @param baseUrl what paths are shown without.
 */
export function explainFailure({ error, exchanges }: Failure, baseUrl: string): Error {
  const scripts = scriptsOf(exchanges, baseUrl);
  if (error instanceof PropertyFailure) {
    const { details } = error;
    return new Error(`${fc.defaultReportMessage(details)}${scripts}`, { cause: details.errorInstance });
  }
  if (!(error instanceof Error)) return new Error(`${error}${scripts}`);
  // The same one, since runners show what an assertion compared.
  error.message += scripts;
  return error;
}

function scriptsOf(found: Failure['exchanges'], baseUrl: string): string {
  const exchanges = createRedactor()(recordExchanges(found, baseUrl));
  if (exchanges.length === 0) return '';
  return `\n\nAs curl:\n${curlScript(exchanges)}\n\nAs TypeScript:\n${typescriptProgram(exchanges)}\n`;
}
