import { numbersOf, type Rule } from '../rule.ts';

/** Queries hold only parameters that the operation has. */
export const unknownParameters: Rule = {
  name: 'unknown-parameters',
  severity: 'warning',
  advice: 'Look up how the parameter is called. A filter that is ignored answers everything.',
  find({ calls, faultsOf }) {
    return calls.flatMap((call) => {
      const names = faultsOf(call)?.unknownParameters ?? [];
      if (names.length === 0) return [];
      const sentence = `${call.operation} was sent ${names.join(', ')}, and has no such query parameter.`;
      return [{ sentence, evidence: numbersOf([call]) }];
    });
  },
};
