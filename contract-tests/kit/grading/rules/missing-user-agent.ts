import { count } from '../../../report/verdict.ts';
import { numbersOf, type Rule } from '../rule.ts';

/** Requests identify their application. */
export const missingUserAgent: Rule = {
  name: 'missing-user-agent',
  severity: 'advice',
  advice: 'Send a User-Agent with the name and version of your application, so that support can find its requests.',
  find({ exchanges }) {
    const anonymous = exchanges.filter(({ request }) => !request.headers['user-agent']);
    if (anonymous.length === 0) return [];
    return [
      {
        sentence: `${count(anonymous.length, 'request')} had no User-Agent.`,
        evidence: numbersOf(anonymous.slice(0, 5)),
      },
    ];
  },
};
