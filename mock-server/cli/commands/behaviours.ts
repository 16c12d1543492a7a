import { behaviourNames, behaviourTable, type Evidence } from '../../spec/behaviours.ts';

/** Prints each behaviour with its values and the profiles that have them. */
export function printBehaviours(print: (line: string) => void): void {
  for (const name of behaviourNames) {
    const { summary, values, guide, official } = behaviourTable[name];
    print(`${name}: ${summary}`);
    const rows: [string, { meaning: string; evidence: Evidence }][] = Object.entries(values);
    for (const [value, { meaning, evidence }] of rows) {
      const profiles = [value === guide && 'guide', value === official && 'official'].filter(Boolean).join(', ');
      print(`  ${value.padEnd(28)} ${profiles.padEnd(9)} ${meaning} (evidence: ${evidence})`);
    }
  }
}
