import type { Capabilities, Target } from '../../targets/target.ts';
import type { Law } from '../registry.ts';
import { runLaw } from '../run-law.ts';

/** A target that has no capability but those that it is granted. */
export type Withheld = {
  readonly target: Target;
  grant(names: readonly string[]): void;
  /** Forgets what was asked for, and returns the last capability that was, and that there was none of; `null` for none. */
  takeMissed(): string | null;
};

/** Withholds what a target can. At first it can all. */
export function withhold(target: Target): Withheld {
  let granted: readonly string[] = Object.keys(target.can);
  let missed: string | null = null;
  const can = new Proxy<Capabilities>(target.can, {
    get(all, name) {
      if (typeof name === 'symbol' || granted.includes(name) || !(name in all)) return Reflect.get(all, name);
      missed = name;
      return undefined;
    },
  });
  return {
    target: { ...target, can },
    grant(names) {
      granted = names;
    },
    takeMissed() {
      const last = missed;
      missed = null;
      return last;
    },
  };
}

/**
 * Finds what a law needs of a target besides the API: without any one of these capabilities it ends without a verdict,
 * and with all of them it does not. A law that has no verdict whatever the target can needs nothing that is known.
 */
export async function findNeeds(law: Law, withheld: Withheld): Promise<string[]> {
  const isDecidedWith = async (names: readonly string[]): Promise<boolean> => {
    withheld.grant(names);
    withheld.takeMissed();
    return (await runLaw(law, 60_000)).noVerdict === null;
  };
  const asked: string[] = [];
  while (!(await isDecidedWith(asked))) {
    const missed = withheld.takeMissed();
    if (missed === null) return [];
    asked.push(missed);
  }
  const needs: string[] = [];
  for (const name of asked) if (!(await isDecidedWith(asked.filter((other) => other !== name)))) needs.push(name);
  return needs.toSorted();
}
