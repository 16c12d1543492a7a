import { numbersOf, type Rule } from '../rule.ts';

/** Requests exchange only operations of the API. */
export const unknownOperations: Rule = {
  name: 'unknown-operations',
  severity: 'warning',
  advice: 'Look up the path and method in the API reference.',
  find({ exchanges }) {
    return exchanges
      .filter(({ operation }) => operation === null)
      .map((exchange) => ({
        sentence: `There is no ${exchange.request.method} ${exchange.request.path}.`,
        evidence: numbersOf([exchange]),
      }));
  },
};
