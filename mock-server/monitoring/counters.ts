/** Upper bounds of the buckets of durations, in seconds. One more bucket counts longer ones. */
export const durationBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1] as const;

/** Outcome of an attempt to deliver a notification. */
export type DeliveryOutcome = 'delivered' | 'needs_retry' | 'failed';

/** Counters of one operation. */
export type OperationCounters = {
  statuses: Map<number, number>;
  /** Number of durations in each bucket, without those of lower buckets. */
  durations: number[];
  /** Sum of all durations. */
  seconds: number;
};

/** Counters of a server; plain numbers, because every request uses them. */
export class Counters {
  readonly operations = new Map<string, OperationCounters>();
  readonly deliveries: Record<DeliveryOutcome, number> = { delivered: 0, needs_retry: 0, failed: 0 };
  /** Delivery attempts after the first. */
  retries = 0;

  /** @param operationId `none` for an unknown operation */
  countRequest(operationId: string, status: number, seconds: number): void {
    const counters = this.operations.get(operationId) ?? this.#begin(operationId);
    counters.statuses.set(status, (counters.statuses.get(status) ?? 0) + 1);
    const found = durationBounds.findIndex((bound) => seconds <= bound);
    const index = found === -1 ? durationBounds.length : found;
    counters.durations[index] = (counters.durations[index] ?? 0) + 1;
    counters.seconds += seconds;
  }

  /** @param number of the attempt, from 1 */
  countDelivery(outcome: DeliveryOutcome, number: number): void {
    this.deliveries[outcome] += 1;
    if (number > 1) this.retries += 1;
  }

  #begin(operationId: string): OperationCounters {
    const counters = { statuses: new Map(), durations: [...durationBounds.map(() => 0), 0], seconds: 0 };
    this.operations.set(operationId, counters);
    return counters;
  }
}
