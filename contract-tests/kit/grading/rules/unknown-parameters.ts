import { numbersOf, type Rule } from '../rule.ts';

/** Queries contain only parameters of the operation. */
export const unknownParameters: Rule = {
  name: 'unknown-parameters',
  severity: 'warning',
  advice: 'Look up the name of the parameter in the API reference. An ignored filter returns everything.',
  find({ exchanges, faultsOf }) {
    return exchanges.flatMap((exchange) => {
      const names = faultsOf(exchange)?.unknownParameters ?? [];
      if (names.length === 0) return [];
      const sentence = `${exchange.operation} was sent the query parameter ${names.join(', ')}, which it does not have.`;
      return [{ sentence, evidence: numbersOf([exchange]) }];
    });
  },
};
