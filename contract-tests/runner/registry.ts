import { type CurrentLaw, currentLaw } from './current-law.ts';
import type { LawBody, TestApi } from './test-api.ts';

export { expect } from './expect.ts';

/** A law as its file says it. */
export type Law = { readonly title: string; readonly body: LawBody };

// Of the whole process, as files register their laws while they are loaded, one file after the other.
const registered: Law[] = [];

/** Takes the laws that were registered since the last call. */
export function takeRegistered(): Law[] {
  return registered.splice(0);
}

export const describe: TestApi['describe'] = (_title, register) => register();

function register(title: string, body: LawBody): void {
  registered.push({ title, body });
}

export const test: TestApi['test'] = Object.assign(register, {
  runIf: (condition: boolean) => (condition ? register : () => {}),
});

export const onTestFinished: TestApi['onTestFinished'] = (finish) => {
  lawThatRuns().finishers.push(finish);
};

function lawThatRuns(): CurrentLaw {
  const law = currentLaw.getStore();
  if (!law) throw new Error('Could not find the law that runs: there is none. Call this from within one.');
  return law;
}
