import { numbersOf, type Rule } from '../rule.ts';

/** Request bodies contain only fields of the operation. */
export const undeclaredFields: Rule = {
  name: 'undeclared-fields',
  severity: 'warning',
  advice: 'Send only the fields of the operation. Paddle refuses or ignores others.',
  find({ exchanges, faultsOf }) {
    return exchanges.flatMap((exchange) => {
      const names = faultsOf(exchange)?.undeclaredFields ?? [];
      if (names.length === 0) return [];
      const sentence = `${exchange.operation} was sent ${names.join(', ')}, which it does not have.`;
      return [{ sentence, evidence: numbersOf([exchange]) }];
    });
  },
};
