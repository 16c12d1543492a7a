import type { Contract } from '../contract/document.ts';
import type { Exchange } from '../contract/exchange.ts';

/** What an exchange breaks, in a sentence, or `null`. */
export type Check = (exchange: Exchange, contract: Contract) => string | null;

/** JSON Pointer of the contract's response to this operation and status, or `null` where it documents none. */
export function documentedResponse({ operation, status }: Exchange): string | null {
  const responses = operation?.responses;
  return responses?.get(String(status)) ?? responses?.get(`${Math.floor(status / 100)}XX`) ?? null;
}
