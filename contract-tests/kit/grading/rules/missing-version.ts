import { count } from '../../../report/verdict.ts';
import { numbersOf, type Rule } from '../rule.ts';

/**
 * Requests name the version of the API they are written for.
 *
 * @evidence official: without the header, the default version of the account applies
 */
export const missingVersion: Rule = {
  name: 'missing-version',
  severity: 'advice',
  advice: 'Send Paddle-Version: 1, so that a new default version of your account changes nothing.',
  find({ exchanges }) {
    const open = exchanges.filter(({ request }) => !request.headers['paddle-version']);
    if (open.length === 0) return [];
    return [
      { sentence: `${count(open.length, 'request')} had no Paddle-Version.`, evidence: numbersOf(open.slice(0, 5)) },
    ];
  },
};
