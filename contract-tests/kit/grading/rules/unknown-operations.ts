import { numbersOf, type Rule } from '../rule.ts';

/** Requests call only operations of the API. */
export const unknownOperations: Rule = {
  name: 'unknown-operations',
  severity: 'warning',
  advice: 'Look up the path and method in the API reference.',
  find({ calls }) {
    return calls
      .filter(({ operation }) => operation === null)
      .map((call) => ({ sentence: `There is no ${call.method} ${call.path}.`, evidence: numbersOf([call]) }));
  },
};
