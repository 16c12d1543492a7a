import { createFaultFinder } from '../../checks/request-faults.ts';
import { numbersOf, type Rule } from '../rule.ts';

/** Queries hold only parameters that the operation has. */
export const unknownParameters: Rule = {
  name: 'unknown-parameters',
  severity: 'warning',
  advice: 'Look up how the parameter is called. A filter that is ignored answers everything.',
  find({ calls, contract }) {
    const faultsOf = createFaultFinder(contract);
    return calls.flatMap((call) => {
      const operation = contract.operations.find(({ id }) => id === call.operation);
      if (!operation) return [];
      const { unknownParameters: names } = faultsOf({ operation, query: call.query, body: call.body ?? undefined });
      if (names.length === 0) return [];
      const sentence = `${operation.id} was sent ${names.join(', ')}, and has no such query parameter.`;
      return [{ sentence, evidence: numbersOf([call]) }];
    });
  },
};
