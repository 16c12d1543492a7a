import { parseJson } from '#openapi/document/json.ts';
import { createChecks } from '../../checks/checks.ts';
import { createFaultFinder, describeFaults, unreadableBody } from '../../checks/request-faults.ts';
import type { Contract, Operation } from '../../contract/document.ts';
import type { Exchange } from '../../contract/exchange.ts';
import type { CapturedExchange } from './captured-exchange.ts';
import type { ProxiedExchange } from './proxy.ts';

/** Finds violations of the contract in a request and its response. */
export type FindFaults = (exchange: ProxiedExchange, operation: Operation | null) => CapturedExchange['faults'];

/** @param baseUrl of the target. */
export function createFindFaults(baseUrl: string, contract: Contract): FindFaults {
  const checks = createChecks(contract);
  const faultsOf = createFaultFinder(contract);

  function requestFaults({ request }: ProxiedExchange, operation: Operation | null): string[] {
    const { method, url, headers, body } = request;
    if (operation === null) return [`there is no operation ${method} ${url.pathname}`];
    const unreadable = unreadableBody(operation, headers, body);
    const faults = describeFaults(faultsOf({ operation, query: url.searchParams, body: parseJson(body) }));
    return unreadable === null ? faults : [unreadable, ...faults];
  }

  function answerFaults({ at, request, response }: ProxiedExchange, operation: Operation | null): string[] {
    if (response === null) return ['no response came'];
    const { pathname, search } = request.url;
    const exchange: Exchange = {
      operation,
      request: { ...request, url: new URL(`${baseUrl}${pathname}${search}`) },
      response: { ...response, json: parseJson(response.body) },
      began: at.getTime(),
      ended: at.getTime(),
    };
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
