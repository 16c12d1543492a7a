import { numbersOf, type Rule } from '../rule.ts';

/** Queries contain only parameters of the operation. */
export const unknownParameters: Rule = {
  name: 'unknown-parameters',
  severity: 'warning',
  advice: 'Look up the name of the parameter in the API reference. An ignored filter returns everything.',
  find({ calls, faultsOf }) {
    return calls.flatMap((call) => {
      const names = faultsOf(call)?.unknownParameters ?? [];
      if (names.length === 0) return [];
      const sentence = `${call.operation} was sent the query parameter ${names.join(', ')}, which it does not have.`;
      return [{ sentence, evidence: numbersOf([call]) }];
    });
  },
};
