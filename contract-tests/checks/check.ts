import type { Contract } from '../contract/document.ts';
import type { Exchange } from '../contract/exchange.ts';

/** Returns how an exchange breaks a law, as a sentence, or `null`. */
export type Check = (exchange: Exchange, contract: Contract) => string | null;

/** Returns the JSON Pointer of the documented response to an operation with this status, or `null`. */
export function documentedResponse({ operation, response: { status } }: Exchange): string | null {
  const responses = operation?.responses;
  return responses?.get(String(status)) ?? responses?.get(`${Math.floor(status / 100)}XX`) ?? null;
}
