import { createFaultFinder } from '../../checks/request-faults.ts';
import { numbersOf, type Rule } from '../rule.ts';

/** Bodies hold only fields that the operation has. */
export const undeclaredFields: Rule = {
  name: 'undeclared-fields',
  severity: 'warning',
  advice: 'Send only what the operation takes. Paddle refuses what it does not know, or ignores it.',
  find({ calls, contract }) {
    const faultsOf = createFaultFinder(contract);
    return calls.flatMap((call) => {
      const operation = contract.operations.find(({ id }) => id === call.operation);
      if (!operation || call.body === null) return [];
      const { undeclaredFields: fields } = faultsOf({ operation, query: call.query, body: call.body });
      if (fields.length === 0) return [];
      return [
        {
          sentence: `${operation.id} was sent ${fields.join(', ')}, and has no such field.`,
          evidence: numbersOf([call]),
        },
      ];
    });
  },
};
