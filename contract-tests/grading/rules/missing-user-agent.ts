import { numbersOf, type Rule } from '../rule.ts';

/** Requests say who sends them. */
export const missingUserAgent: Rule = {
  name: 'missing-user-agent',
  severity: 'advice',
  advice: 'Send a User-Agent with name and version of the application, by which support finds its requests.',
  find({ calls }) {
    const anonymous = calls.filter(({ headers }) => !headers['user-agent']);
    if (anonymous.length === 0) return [];
    return [
      { sentence: `${anonymous.length} requests had no User-Agent.`, evidence: numbersOf(anonymous.slice(0, 5)) },
    ];
  },
};
