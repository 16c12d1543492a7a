import type { Contract } from '../contract/document.ts';
import { describeExchange, type Exchange, type Observe } from '../contract/exchange.ts';
import { parseJson } from '../contract/parse-json.ts';
import { currentLaw } from '../law/current-law.ts';
import type { Check } from './check.ts';
import { createChecks } from './checks.ts';
import { ContractViolation } from './contract-violation.ts';
import { EntityMemory } from './entity-memory.ts';
import { createOperationFinder } from './find-operation.ts';
import { createIdOrderCheck } from './ids-sort-by-creation.ts';
import { createRefusalCheck } from './refused-changes-nothing.ts';
import { createReadBackCheck } from './written-reads-back.ts';

/** A request, and when it was sent. */
type Sent = Pick<Exchange, 'url' | 'began' | 'requestBody'> & { readonly request: Request };

/**
 * Makes a `fetch` that holds every exchange with the API to the laws that hold for all of them, and adds it to the trace
 * of the law that runs.
 *
 * @param baseUrl where the API is; only requests below it may be made.
 * @param direct what sends the requests.
 * @param observe is told of each exchange before it is checked.
 * @param isChecked `false` only observes.
 * @throws ContractViolation from the returned function, naming check, operation and exchange.
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
      // A new answer is cheaper than a clone of it.
      return new Response(response.body && exchange.text, response);
    } finally {
      memory.end(request.method, url);
    }
  };
}

/** A request to send, and its body, which a stream that was sent does not give away again. A copy of it costs streams. */
function readable(request: Request, init?: RequestInit): { sent: Request; bodyOf: () => string | Promise<string> } {
  const text = init?.body ?? (request.body ? null : '');
  if (typeof text === 'string') return { sent: request, bodyOf: () => text };
  return { sent: request.clone(), bodyOf: () => request.text() };
}
