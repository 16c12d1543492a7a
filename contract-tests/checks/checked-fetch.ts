import { parseJson } from '#openapi/document/json.ts';
import type { HttpRequest } from '#openapi/exchange/exchange.ts';
import type { Contract } from '../contract/document.ts';
import { describeExchange, type Exchange, type Observe } from '../contract/exchange.ts';
import { currentLaw } from '../law/current-law.ts';
import type { Check } from './check.ts';
import { createChecks } from './checks.ts';
import { ContractViolation } from './contract-violation.ts';
import { EntityMemory } from './entity-memory.ts';
import { createOperationFinder } from './find-operation.ts';
import { createIdOrderCheck } from './ids-sort-by-creation.ts';
import { createRefusalCheck } from './refused-changes-nothing.ts';
import { createReadBackCheck } from './written-reads-back.ts';

/**
 * Creates a `fetch` that applies all checks to every exchange, and adds the exchange to the trace of the current law.
 *
 * @param baseUrl URL of the API; only requests below it are allowed.
 * @param direct Sends the requests.
 * @param observe Called with each exchange before it is checked.
 * @param isChecked `false` disables the checks.
 * @param memory Writes to compare reads with.
 * @throws ContractViolation (from the returned function) with the check, the operation and the exchange.
 */
export function createCheckedFetch(
  baseUrl: string,
  contract: Contract,
  direct: typeof fetch,
  observe: Observe = () => {},
  isChecked = true,
  memory = new EntityMemory(),
): typeof fetch {
  const ofWrites = [createReadBackCheck(memory), createRefusalCheck(memory), createIdOrderCheck(memory)];
  const checks: readonly Check[] = isChecked ? [...createChecks(contract), ...ofWrites] : [];
  const findOperation = createOperationFinder(baseUrl, contract);

  async function exchangeOf(request: HttpRequest, began: number, response: Response): Promise<Exchange> {
    const { status, headers } = response;
    const body = await response.text();
    return {
      operation: findOperation(request.method, request.url.pathname),
      request,
      response: { status, headers, body, json: parseJson(body) },
      began,
      ended: memory.now(),
    };
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const { method, headers } = request;
    const url = new URL(request.url);
    const began = memory.begin(method, url);
    try {
      const { sent, bodyOf } = readable(request, init);
      const response = await direct(sent);
      const exchange = await exchangeOf({ method, url, headers, body: await bodyOf() }, began, response);
      currentLaw.getStore()?.trace.record(exchange);
      observe(exchange);
      for (const check of checks) {
        const violation = check(exchange, contract);
        if (violation) throw new ContractViolation(check.name, `${violation}\n${describeExchange(exchange)}`);
      }
      memory.learn(exchange);
      // Creating a response is cheaper than cloning one.
      return new Response(response.body && exchange.response.body, response);
    } finally {
      memory.end(method, url);
    }
  };
}

/** Returns a request to send and its body as text. Clones the request only if the body is a stream. */
function readable(request: Request, init?: RequestInit): { sent: Request; bodyOf: () => string | Promise<string> } {
  const text = init?.body ?? (request.body ? null : '');
  if (typeof text === 'string') return { sent: request, bodyOf: () => text };
  return { sent: request.clone(), bodyOf: () => request.text() };
}
