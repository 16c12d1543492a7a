import { parseJson } from '#openapi/document/json.ts';
import type { Contract } from '../contract/document.ts';
import { describeExchange, type Exchange, type Observe } from '../contract/exchange.ts';
import type { Send } from '../contract/send.ts';
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
 * Creates a function that sends requests, applies all checks to every exchange, and adds the exchange to the trace of the
 * current law.
 *
 * @param baseUrl URL of the API; only requests below it are allowed.
 * @param direct Sends the requests.
 * @param observe Called with each exchange before it is checked.
 * @param isChecked `false` disables the checks.
 * @param memory Writes to compare reads with.
 * @throws ContractViolation (from the returned function) with the check, the operation and the exchange.
 */
export function createCheckedSend(
  baseUrl: string,
  contract: Contract,
  direct: Send,
  observe: Observe = () => {},
  isChecked = true,
  memory = new EntityMemory(),
): Send {
  const ofWrites = [createReadBackCheck(memory), createRefusalCheck(memory), createIdOrderCheck(memory)];
  const checks: readonly Check[] = isChecked ? [...createChecks(contract), ...ofWrites] : [];
  const findOperation = createOperationFinder(baseUrl, contract);

  return async (request, signal) => {
    const { method, url } = request;
    const began = memory.begin(method, url);
    try {
      const response = await direct(request, signal);
      const exchange: Exchange = {
        operation: findOperation(method, url.pathname),
        request,
        response: { ...response, json: parseJson(response.body) },
        began,
        ended: memory.now(),
      };
      currentLaw.getStore()?.trace.record(exchange);
      observe(exchange);
      for (const check of checks) {
        const violation = check(exchange, contract);
        if (violation) throw new ContractViolation(check.name, `${violation}\n${describeExchange(exchange)}`);
      }
      memory.learn(exchange);
      return response;
    } finally {
      memory.end(method, url);
    }
  };
}
