/** Upper bounds of the classes that durations are counted in, in seconds. What takes longer is in one class more. */
export const durationBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1] as const;

/** What came of an attempt to deliver a notification. */
export type DeliveryOutcome = 'delivered' | 'needs_retry' | 'failed';

/** What was counted of one operation. */
export type OperationTally = {
  statuses: Map<number, number>;
  /** How many durations are in each class, not counting those of the classes below. */
  durations: number[];
  /** All durations together. */
  seconds: number;
};

/** Counts what a server does, in plain numbers, since this is on the path of every request. */
export class Tally {
  readonly operations = new Map<string, OperationTally>();
  readonly deliveries: Record<DeliveryOutcome, number> = { delivered: 0, needs_retry: 0, failed: 0 };
  /** Attempts to deliver that were not the first. */
  retries = 0;

  /** @param operationId `none` for what the document does not have */
  countRequest(operationId: string, status: number, seconds: number): void {
    const tally = this.operations.get(operationId) ?? this.#begin(operationId);
    tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
    const found = durationBounds.findIndex((bound) => seconds <= bound);
    const index = found === -1 ? durationBounds.length : found;
    tally.durations[index] = (tally.durations[index] ?? 0) + 1;
    tally.seconds += seconds;
  }

  /** @param number of the attempt, from 1 */
  countDelivery(outcome: DeliveryOutcome, number: number): void {
    this.deliveries[outcome] += 1;
    if (number > 1) this.retries += 1;
  }

  #begin(operationId: string): OperationTally {
    const tally = { statuses: new Map(), durations: [...durationBounds.map(() => 0), 0], seconds: 0 };
    this.operations.set(operationId, tally);
    return tally;
  }
}
