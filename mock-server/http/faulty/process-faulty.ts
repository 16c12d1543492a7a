import type { FaultAct } from '../../faults/fault.ts';
import type { Store } from '../../state/store.ts';
import type { Answer } from '../handler.ts';

/** Lets a handler answer as a fault wants it: from what was before the last changes, or after it did everything twice. */
export function processFaulty({ stale, duplicate }: FaultAct, store: Store, handle: () => Answer): Answer {
  if (duplicate) handle();
  return stale ? store.asBefore(handle) : handle();
}
