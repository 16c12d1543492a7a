import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { Fault, FaultState } from '../faults/fault.ts';
import { FaultsNotHit } from '../faults/faults-not-hit.ts';

/** The injected faults of an account. */
export type AccountFaults = {
  /**
   * Adds a fault. Without `first`, `nth`, `every` or `probability`, it affects every matching request.
   *
   * @throws UsageError for an impossible combination or an unknown name
   * @example
   * ```ts
   * await paddock.faults.add({ operation_id: 'createCustomer', first: 2, error: 'too_many_requests', retry_after: 1 });
   * await paddock.faults.add({ path: '/customers/*', method: 'PATCH', nth: 3, reset: 'after' });
   * ```
   */
  add(fault: Fault): Promise<FaultState>;
  /** Lists all faults in their order, with the number of requests that each affected. */
  list(): Promise<FaultState[]>;
  /** Removes a fault. @throws UsageError for an unknown ID */
  remove(id: string): Promise<void>;
  /** Removes all faults. */
  clear(): Promise<void>;
  /** Checks that each fault affected at least one request. @throws FaultsNotHit that lists the others */
  assertAllHit(): Promise<void>;
};

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
