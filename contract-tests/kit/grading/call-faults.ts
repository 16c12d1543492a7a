import { createFaultFinder } from '../../checks/request-faults.ts';
import type { Contract } from '../../contract/document.ts';
import type { Conduct } from './conduct.ts';

/** Makes what holds requests against a contract. */
export function createCallFaults(contract: Contract): Conduct['faultsOf'] {
  const faultsOf = createFaultFinder(contract);
  return ({ operation: wanted, query, body }) => {
    const operation = contract.operations.find(({ id }) => id === wanted);
    return operation ? faultsOf({ operation, query, body: body ?? undefined }) : null;
  };
}
