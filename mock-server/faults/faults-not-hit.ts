import { counted } from '../text/counted.ts';
import type { FaultState } from './fault.ts';

/** Some faults affected no request. The message lists them, with the number of requests that each matched. */
export class FaultsNotHit extends Error {
  override name = 'FaultsNotHit';

  constructor(faults: readonly FaultState[]) {
    super(messageAbout(faults));
  }
}

function messageAbout(faults: readonly FaultState[]): string {
  const unused = faults.filter(({ hits }) => hits === 0);
  const lines = unused.map(
    ({ id, fault, matched }) => `  ${id} ${JSON.stringify(fault)} matched ${counted(matched, 'request')}`,
  );
  return [`${unused.length} of ${faults.length} faults never acted:`, ...lines].join('\n');
}
