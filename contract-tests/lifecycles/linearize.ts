import type { Answer } from '../targets/account.ts';
import type { Plan } from './move.ts';

/** The plan of a sent request, and the response. */
export type Answered<State> = { readonly plan: Plan<State>; readonly answer: Answer };

/** The initial state and those after each request, in some order of the requests. */
export type Path<State> = readonly [State, ...State[]];

/**
 * Finds all orders of concurrent requests that explain their responses.
 *
 * @param states Possible states before the requests.
 * @throws Error if there is none; for a single request, the mismatch of its response.
 */
export function linearize<State>(states: readonly State[], answered: readonly Answered<State>[]): Path<State>[] {
  let closest = { depth: -1, error: new Error('The model has no state.') as unknown };
  const paths = states.flatMap((state) =>
    pathsFrom([state], answered, (depth, error) => {
      if (depth > closest.depth) closest = { depth, error };
    }),
  );
  if (paths.length > 0) return paths;
  if (answered.length === 1) throw closest.error;
  const reason = closest.error instanceof Error ? closest.error.message : String(closest.error);
  throw new Error(
    `No order of the ${answered.length} requests explains all answers; the closest explains ${closest.depth}: ${reason}`,
    { cause: closest.error },
  );
}

function pathsFrom<State>(
  path: Path<State>,
  answered: readonly Answered<State>[],
  onMismatch: (depth: number, error: unknown) => void,
): Path<State>[] {
  if (answered.length === 0) return [path];
  return answered.flatMap(({ plan, answer }, nth) => {
    try {
      const next = plan.next(endOf(path), answer);
      return pathsFrom([...path, next], answered.toSpliced(nth, 1), onMismatch);
    } catch (error) {
      onMismatch(path.length - 1, error);
      return [];
    }
  });
}

/** Returns the distinct final states of paths. */
export function endsOf<State>(paths: readonly Path<State>[]): State[] {
  return [...new Map(paths.map((path) => [JSON.stringify(endOf(path)), endOf(path)])).values()];
}

function endOf<State>(path: Path<State>): State {
  return path.at(-1) ?? path[0];
}
