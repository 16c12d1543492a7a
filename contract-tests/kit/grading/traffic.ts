import { createFaultFinder, type RequestFaults } from '../../checks/request-faults.ts';
import type { Contract } from '../../contract/document.ts';

/** One request of an application and its response, from a recording or from a mock's journal. */
export type Call = {
  readonly number: number;
  /** Time of the request, in milliseconds since 1970. */
  readonly at: number;
  readonly durationMs: number;
  /** `operationId`; `null` if the contract has no such operation. */
  readonly operation: string | null;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As JSON; `null` without a body. */
  readonly body: unknown;
  /** 0 without a response. */
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** As JSON; `null` without a body. */
  readonly answer: unknown;
};

/** One attempt of a mock to deliver a webhook. */
export type Delivery = {
  readonly id: string;
  readonly event_type: string;
  readonly status: 'delivered' | 'failed';
  /** 0 after a timeout or a lost connection. */
  readonly response_code: number;
  /** Faults injected into the delivery. */
  readonly chaos: readonly string[];
};

/** All traffic of an application. */
export type Traffic = {
  /** In the order of the requests. */
  readonly calls: readonly Call[];
  /** Number of earlier requests that are no longer in the journal. */
  readonly forgotten: number;
  /** `null` for a recording, which contains no webhooks. */
  readonly deliveries: readonly Delivery[] | null;
  /** True if the account's clock is frozen, so that all times are the same. */
  readonly clockIsFrozen: boolean;
  /** Checks a request against the contract; `null` for an unknown operation. */
  readonly faultsOf: (call: Call) => RequestFaults | null;
};

/** Creates the check of requests against a contract. */
export function createCallFaults(contract: Contract): Traffic['faultsOf'] {
  const faultsOf = createFaultFinder(contract);
  return ({ operation: wanted, query, body }) => {
    const operation = contract.operations.find(({ id }) => id === wanted);
    return operation ? faultsOf({ operation, query, body: body ?? undefined }) : null;
  };
}
