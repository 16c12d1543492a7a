import { PaddleApiError } from '../errors/errors.ts';
import type { Change } from '../state/change.ts';

/** Returns the outcome of a move: the status of the changed entity, or the error's code. */
export function outcomeOf(move: () => Change): unknown {
  try {
    const [put] = move().puts ?? [];
    return put && 'status' in put.entity ? put.entity.status : undefined;
  } catch (error) {
    if (error instanceof PaddleApiError) return error.code;
    throw error;
  }
}

/** Lists each operation of a table of outcomes, with each status and the expected outcome. */
export function casesOf<Operation extends string, Status extends string>(
  statuses: readonly Status[],
  table: Readonly<Record<Operation, readonly string[]>>,
): [operation: Operation, status: Status, outcome: string | undefined][] {
  const operations = Object.keys(table) as Operation[];
  return operations.flatMap((operation) =>
    statuses.map((status, index): [Operation, Status, string | undefined] => [
      operation,
      status,
      table[operation][index],
    ]),
  );
}
