import { numbersOf, type Rule } from '../rule.ts';

/** Bodies hold only fields that the operation has. */
export const undeclaredFields: Rule = {
  name: 'undeclared-fields',
  severity: 'warning',
  advice: 'Send only what the operation takes. Paddle refuses what it does not know, or ignores it.',
  find({ calls, faultsOf }) {
    return calls.flatMap((call) => {
      const names = faultsOf(call)?.undeclaredFields ?? [];
      if (names.length === 0) return [];
      const sentence = `${call.operation} was sent ${names.join(', ')}, and has no such field.`;
      return [{ sentence, evidence: numbersOf([call]) }];
    });
  },
};
