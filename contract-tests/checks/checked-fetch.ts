import type { Contract } from '../targets/document.ts';
import { createChecks } from './checks.ts';
import { ContractViolation } from './contract-violation.ts';
import { describeExchange, type Exchange, type Observe } from './exchange.ts';
import { createOperationFinder } from './find-operation.ts';
import { parseJson } from './parse-json.ts';

/**
 * Makes a `fetch` that holds every exchange with the API to the laws that hold for all of them.
 *
 * @param baseUrl where the API is; only requests below it may be made.
 * @param direct what sends the requests.
 * @param observe is told of each exchange before it is judged.
 * @param judged `false` only observes.
 * @throws ContractViolation from the returned function, naming check, operation and exchange.
 */
export function createCheckedFetch(
  baseUrl: string,
  contract: Contract,
  direct: typeof fetch,
  observe: Observe = () => {},
  judged = true,
): typeof fetch {
  const checks = judged ? createChecks(contract) : [];
  const findOperation = createOperationFinder(baseUrl, contract);

  return async (input, init) => {
    const request = new Request(input, init);
    const requestBody = await request.clone().text();
    const response = await direct(request);
    const text = await response.clone().text();
    const url = new URL(request.url);
    const exchange: Exchange = {
      operation: findOperation(request.method, url.pathname),
      method: request.method,
      url,
      requestHeaders: request.headers,
      requestBody,
      status: response.status,
      headers: response.headers,
      text,
      body: parseJson(text),
    };
    observe(exchange);
    for (const check of checks) {
      const violation = check(exchange, contract);
      if (violation) throw new ContractViolation(check.name, `${violation}\n${describeExchange(exchange)}`);
    }
    return response;
  };
}
