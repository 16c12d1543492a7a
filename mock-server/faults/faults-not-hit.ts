import type { FaultState } from './fault.ts';

/** Faults were set, and never acted. The message names them, and how many requests each was for. */
export class FaultsNotHit extends Error {
  override name = 'FaultsNotHit';

  constructor(faults: readonly FaultState[]) {
    super(messageAbout(faults));
  }
}

function messageAbout(faults: readonly FaultState[]): string {
  const unused = faults.filter(({ hits }) => hits === 0);
  const lines = unused.map(({ id, fault, matched }) => `  ${id} ${JSON.stringify(fault)} was for ${matched} requests`);
  return [`${unused.length} of ${faults.length} faults never acted:`, ...lines].join('\n');
}
