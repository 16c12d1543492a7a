import { createFaultFinder, type RequestFaults } from '../../checks/request-faults.ts';
import type { Contract } from '../../contract/document.ts';
import type { CapturedExchange } from '../recording/captured-exchange.ts';

/** An exchange of an application, as in a recording; a mock's journal has it with IDs instead of placeholders. */
export type GradedExchange = Omit<CapturedExchange, 'faults'>;

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
  readonly exchanges: readonly GradedExchange[];
  /** Number of earlier requests that are no longer in the journal. */
  readonly forgotten: number;
  /** `null` for a recording, which contains no webhooks. */
  readonly deliveries: readonly Delivery[] | null;
  /** True if the account's clock is frozen, so that all times are the same. */
  readonly clockIsFrozen: boolean;
  /** Checks a request against the contract; `null` for an unknown operation. */
  readonly faultsOf: (exchange: GradedExchange) => RequestFaults | null;
};

/** Creates the check of requests against a contract. */
export function createTrafficFaults(contract: Contract): Traffic['faultsOf'] {
  const faultsOf = createFaultFinder(contract);
  return ({ operation: wanted, request: { query, body } }) => {
    const operation = contract.operations.find(({ id }) => id === wanted);
    return operation ? faultsOf({ operation, query: paramsOf(query), body: body ?? undefined }) : null;
  };
}

/** Returns the parameters of a query. */
export function paramsOf(query: GradedExchange['request']['query']): URLSearchParams {
  return new URLSearchParams(query.map(([name, value]) => [name, value]));
}

/** Returns the time of a request, in milliseconds since 1970. */
export function timeOf({ recorded_at }: GradedExchange): number {
  return Date.parse(recorded_at);
}
