import type { Fault, FaultState } from '../faults/fault.ts';
import { FaultsNotHit } from '../faults/faults-not-hit.ts';
import { answerOf, type ControlClient } from './control-client.ts';

/** What goes wrong on purpose in an account. */
export type AccountFaults = {
  /**
   * Lets one more thing go wrong. Without `first`, `nth`, `every` or `probability`, each time.
   *
   * @throws UsageError for what cannot work, with the nearest name for one that is not known
   * @example
   * ```ts
   * await paddock.faults.add({ operation_id: 'createCustomer', first: 2, error: 'too_many_requests', retry_after: 1 });
   * await paddock.faults.add({ path: '/customers/*', method: 'PATCH', nth: 3, reset: 'after' });
   * ```
   */
  add(fault: Fault): Promise<FaultState>;
  /** All faults, in the order that they are asked in, with how often each acted. */
  list(): Promise<FaultState[]>;
  /** Removes one. @throws UsageError where there is none of this ID */
  remove(id: string): Promise<void>;
  /** Lets all go well again. */
  clear(): Promise<void>;
  /** Checks that each fault acted at least once. @throws FaultsNotHit that names those which did not */
  assertAllHit(): Promise<void>;
};

/** The faults of an account, through the control plane. */
export function createFaults(control: ControlClient): AccountFaults {
  const list = async () => (await answerOf(control.GET('/_paddock/faults'))).faults;
  return {
    add: (fault) => answerOf(control.POST('/_paddock/faults', { body: fault })),
    list,
    remove: async (fault_id) => {
      await control.DELETE('/_paddock/faults/{fault_id}', { params: { path: { fault_id } } });
    },
    clear: async () => {
      await control.DELETE('/_paddock/faults');
    },
    assertAllHit: async () => {
      const faults = await list();
      if (faults.some(({ hits }) => hits === 0)) throw new FaultsNotHit(faults);
    },
  };
}
