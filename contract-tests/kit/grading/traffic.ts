import { createFaultFinder, type RequestFaults } from '../../checks/request-faults.ts';
import type { Contract } from '../../contract/document.ts';

/** One request of an application and its answer, from a recording or from a mock's journal. */
export type Call = {
  readonly number: number;
  /** When it came, in milliseconds. */
  readonly at: number;
  /** How long the answer took. */
  readonly durationMs: number;
  /** `operationId`, or `null` where the contract has no such path and method. */
  readonly operation: string | null;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As JSON; `null` for nothing. */
  readonly body: unknown;
  /** 0 where no response came. */
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** As JSON; `null` for nothing. */
  readonly answer: unknown;
};

/** One attempt of a mock to deliver a webhook. */
export type Delivery = {
  readonly id: string;
  readonly event_type: string;
  readonly status: 'delivered' | 'failed';
  /** 0 where no response came in time. */
  readonly response_code: number;
  /** What was made to go wrong on purpose. */
  readonly chaos: readonly string[];
};

/** What an application did. */
export type Traffic = {
  /** In the order in which the requests came, or were answered. */
  readonly calls: readonly Call[];
  /** How many more there were that are kept no longer. */
  readonly forgotten: number;
  /** `null` where nobody knows of webhooks. */
  readonly deliveries: readonly Delivery[] | null;
  /** Whether the clock that the times are of stands, so that everything happened at once. */
  readonly clockIsFrozen: boolean;
  /** Holds a request against the contract; `null` where it calls nothing that is in it. */
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
