import { isDeepStrictEqual } from 'node:util';
import fc, { type Arbitrary, type AsyncCommand } from 'fast-check';
import type { Account } from '../targets/account.ts';
import { type Answered, endsOf, linearize, type Path } from './linearize.ts';
import type { Listed, Move, Walk, WalkPlan } from './move.ts';

/** The possible states of the target. After concurrent requests, there may be several. */
export type Model<State> = { states: readonly [State, ...State[]] };

export type Command<State> = AsyncCommand<Model<State>, Account>;

/** The parts of a lifecycle. */
export type Moves<State> = {
  readonly moves: readonly Arbitrary<Move<State>>[];
  readonly walks: readonly Arbitrary<Walk<State>>[];
  /** Moves that conflict when several of one kind are made concurrently. */
  readonly contended: readonly Arbitrary<Move<State>>[];
  /** Move after concurrent requests that reveals the order in which they took effect. Default: none. */
  readonly settle?: Move<State>;
};

/** Returns the steps of a lifecycle: single requests, concurrent requests, and walks over lists during writes. */
export function commandsOf<State>({ moves, walks, contended, settle }: Moves<State>): Arbitrary<Command<State>>[] {
  const [move, walk] = [fc.oneof(...moves), fc.oneof(...walks)];
  const several = { minLength: 2, maxLength: 4 };
  const alike = fc.oneof(...contended.map((one) => fc.array(one, several)));
  const together = fc.oneof(fc.array(move, several), alike).map((all) => atOnce(all, settle));
  const walking = fc
    .tuple(walk, fc.array(move, { maxLength: 4 }))
    .map(([one, writes]) => duringWrites(one, writes, settle));
  // Repeated, since all commands are equally likely, so that about a third of the steps has several requests.
  const often = Math.ceil(moves.length / 4);
  return [
    ...moves.map((one) => one.map((only) => atOnce([only]))),
    ...Array.from({ length: often }, () => [together, walking]).flat(),
  ];
}

function atOnce<State>(moves: readonly Move<State>[], settle?: Move<State>): Command<State> {
  const texts = moves.map(({ text }) => text).join(', ');
  return {
    check: ({ states: [state] }) => moves.some((move) => move.plan(state) !== null),
    async run(model, account) {
      const answered = await sendAll(moves, model, account);
      learn(model, linearize(model.states, answered));
      if (settle) await atOnce([settle]).run(model, account);
    },
    toString: () => (moves.length === 1 ? texts : `atOnce(${texts})`),
  };
}

function duringWrites<State>(walk: Walk<State>, moves: readonly Move<State>[], settle?: Move<State>): Command<State> {
  const texts = [walk, ...moves].map(({ text }) => text);
  return {
    check: ({ states: [state] }) => walk.plan(state) !== null,
    async run(model, account) {
      const plan = walk.plan(model.states[0]);
      if (!plan) return;
      const [found, answered] = await Promise.all([plan.read(account), sendAll(moves, model, account)]);
      const paths = linearize(model.states, answered);
      const faults = paths.map((path) => faultOfWalk(found, path, plan));
      const explained = paths.filter((_, nth) => faults[nth] === null);
      if (explained.length === 0) throw new Error(`A walk over ${found.length} entities is wrong: ${faults[0]}`);
      learn(model, explained);
      if (settle && moves.length > 0) await atOnce([settle]).run(model, account);
    },
    toString: () => (moves.length === 0 ? walk.text : `atOnce(${texts.join(', ')})`),
  };
}

function sendAll<State>(
  moves: readonly Move<State>[],
  { states: [state] }: Model<State>,
  account: Account,
): Promise<Answered<State>[]> {
  const plans = moves.flatMap((move) => move.plan(state) ?? []);
  return Promise.all(plans.map(async (plan) => ({ plan, answer: await plan.send(account) })));
}

function learn<State>(model: Model<State>, paths: readonly Path<State>[]): void {
  const [first, ...others] = endsOf(paths);
  if (first !== undefined) model.states = [first, ...others];
}

/**
 * Describes what is wrong with a walk during which the list passed through the states of a path, or returns `null`.
 * Each entity must occur at most once, in order, in one of its versions, and all listed throughout must occur.
 */
function faultOfWalk<State>(
  found: readonly Listed[],
  path: Path<State>,
  { listed, isAscending }: WalkPlan<State>,
): string | null {
  const lists = path.map(listed);
  const ids = found.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return `it has an entity twice: ${ids}`;
  const unknown = found.find((one) => !lists.flat().some((known) => isDeepStrictEqual(known, one)));
  if (unknown) return `it has an entity that never was like this: ${JSON.stringify(unknown)}`;
  const known = lists.map((list) => list.map(({ id }) => id));
  const throughout = known[0]?.filter((id) => known.every((list) => list.includes(id))) ?? [];
  const missing = throughout.find((id) => !ids.includes(id));
  if (missing !== undefined) return `it lacks ${missing}, which was listed all the time`;
  const inOrder = isAscending ? ids.toSorted() : ids.toSorted().toReversed();
  return isDeepStrictEqual(ids, inOrder) ? null : `it is not in the requested order: ${ids}`;
}
