import type { Contract, Operation } from '../targets/document.ts';
import { createSchemaCheck } from './body-matches-schema.ts';
import type { Check } from './check.ts';
import { ContractViolation } from './contract-violation.ts';
import { documentedHeaders } from './documented-headers.ts';
import { documentedStatus } from './documented-status.ts';
import { errorEnvelope } from './error-envelope.ts';
import { describeExchange, type Exchange, type Observe } from './exchange.ts';
import { jsonContentType } from './json-content-type.ts';
import { noServerError } from './no-server-error.ts';
import { createRequestIdCheck } from './request-id.ts';

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
  const checks = judged ? checksFor(contract) : [];
  const routes = contract.operations.map((operation) => ({ operation, pattern: patternOf(baseUrl, operation) }));

  return async (input, init) => {
    const request = new Request(input, init);
    const requestBody = await request.clone().text();
    const response = await direct(request);
    const text = await response.clone().text();
    const url = new URL(request.url);
    const route = routes.find(
      ({ operation, pattern }) => operation.method === request.method && pattern.test(url.pathname),
    );
    const exchange: Exchange = {
      operation: route?.operation ?? null,
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

function checksFor(contract: Contract): readonly Check[] {
  return [
    noServerError,
    documentedStatus,
    jsonContentType,
    createRequestIdCheck(),
    createSchemaCheck(contract),
    errorEnvelope,
    documentedHeaders,
  ];
}

function patternOf(baseUrl: string, operation: Operation): RegExp {
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  return new RegExp(`^${base}${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
