import { parseJson } from '#openapi/document/json.ts';
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

/** A request with its time of sending. */
type Sent = Pick<Exchange, 'url' | 'began' | 'requestBody'> & { readonly request: Request };

/**
 * Creates a `fetch` that applies all checks to every exchange, and adds the exchange to the trace of the current law.
 *
 * @param baseUrl URL of the API; only requests below it are allowed.
 * @param direct Sends the requests.
 * @param observe Called with each exchange before it is checked.
 * @param isChecked `false` disables the checks.
 * @throws ContractViolation (from the returned function) with the check, the operation and the exchange.
 */
export function createCheckedFetch(
  baseUrl: string,
  contract: Contract,
  direct: typeof fetch,
  observe: Observe = () => {},
  isChecked = true,
): typeof fetch {
  const memory = new EntityMemory();
  const ofWrites = [createReadBackCheck(memory), createRefusalCheck(memory), createIdOrderCheck(memory)];
  const checks: readonly Check[] = isChecked ? [...createChecks(contract), ...ofWrites] : [];
  const findOperation = createOperationFinder(baseUrl, contract);

  async function exchangeOf({ request, url, began, requestBody }: Sent, response: Response): Promise<Exchange> {
    const text = await response.text();
    return {
      operation: findOperation(request.method, url.pathname),
      method: request.method,
      url,
      requestHeaders: request.headers,
      requestBody,
      status: response.status,
      headers: response.headers,
      text,
      body: parseJson(text),
      began,
      ended: memory.now(),
    };
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const began = memory.begin(request.method, url);
    try {
      const { sent, bodyOf } = readable(request, init);
      const response = await direct(sent);
      const exchange = await exchangeOf({ request, url, began, requestBody: await bodyOf() }, response);
      currentLaw.getStore()?.trace.record(exchange);
      observe(exchange);
      for (const check of checks) {
        const violation = check(exchange, contract);
        if (violation) throw new ContractViolation(check.name, `${violation}\n${describeExchange(exchange)}`);
      }
      memory.learn(exchange);
      // Creating a response is cheaper than cloning one.
      return new Response(response.body && exchange.text, response);
    } finally {
      memory.end(request.method, url);
    }
  };
}

/** Returns a request to send and its body as text. Clones the request only if the body is a stream. */
function readable(request: Request, init?: RequestInit): { sent: Request; bodyOf: () => string | Promise<string> } {
  const text = init?.body ?? (request.body ? null : '');
  if (typeof text === 'string') return { sent: request, bodyOf: () => text };
  return { sent: request.clone(), bodyOf: () => request.text() };
}
