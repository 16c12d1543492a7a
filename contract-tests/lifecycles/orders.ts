import type { Answer } from '../targets/account.ts';
import type { Plan } from './move.ts';

/** A request that was sent, and its answer. */
export type Answered<State> = { readonly plan: Plan<State>; readonly answer: Answer };

/** The states that follow from one another when requests take effect in some order, what was before them included. */
export type Path<State> = readonly [State, ...State[]];

/**
 * Every way to explain the answers to requests that were sent at the same time: as if they had come in some order.
 *
 * @param states those that the target may be in before.
 * @throws Error where there is none: for one request, what is wrong with its answer.
 */
export function explain<State>(states: readonly State[], answered: readonly Answered<State>[]): Path<State>[] {
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

/** The states that paths end in, each once. */
export function endsOf<State>(paths: readonly Path<State>[]): State[] {
  return [...new Map(paths.map((path) => [JSON.stringify(endOf(path)), endOf(path)])).values()];
}

function endOf<State>(path: Path<State>): State {
  return path.at(-1) ?? path[0];
}
