import { createChecks } from '../../checks/checks.ts';
import { createFaultFinder, describeFaults, unreadableBody } from '../../checks/request-faults.ts';
import type { Contract, Operation } from '../../contract/document.ts';
import type { Exchange } from '../../contract/exchange.ts';
import { parseJson } from '../../contract/parse-json.ts';
import type { CapturedExchange } from './captured-exchange.ts';
import type { ProxiedExchange } from './proxied-exchange.ts';

/** Finds violations of the contract in a request and its response. */
export type FindFaults = (exchange: ProxiedExchange, operation: Operation | null) => CapturedExchange['faults'];

/** @param baseUrl of the target. */
export function createFindFaults(baseUrl: string, contract: Contract): FindFaults {
  const checks = createChecks(contract);
  const faultsOf = createFaultFinder(contract);

  function requestFaults(exchange: ProxiedExchange, operation: Operation | null): string[] {
    const { method, url, requestHeaders, requestBody } = exchange;
    const { pathname, searchParams: query } = new URL(url, 'http://localhost');
    if (operation === null) return [`there is no operation ${method} ${pathname}`];
    const unreadable = unreadableBody(operation, requestHeaders, requestBody);
    const faults = describeFaults(faultsOf({ operation, query, body: parseJson(requestBody) }));
    return unreadable === null ? faults : [unreadable, ...faults];
  }

  function answerFaults({ method, url, answer, ...request }: ProxiedExchange, operation: Operation | null): string[] {
    if (answer === null) return ['no response came'];
    const { status, headers, text } = answer;
    const sent = {
      operation,
      method,
      url: new URL(`${baseUrl}${url}`),
      ...request,
      began: request.at.getTime(),
      ended: request.at.getTime(),
    };
    const exchange: Exchange = { ...sent, status, headers, text, body: parseJson(text) };
    return checks.flatMap((check) => {
      const violation = check(exchange, contract);
      return violation === null ? [] : [`${check.name}: ${violation}`];
    });
  }

  return (exchange, operation) => ({
    request: requestFaults(exchange, operation),
    response: answerFaults(exchange, operation),
  });
}
