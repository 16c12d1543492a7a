import { refusalIn } from '../answers.ts';
import { type Breach, numbersOf, type Rule } from '../rule.ts';
import type { Call } from '../traffic.ts';

/** The application uses the existing customer that `customer_already_exists` names. */
export const conflictIgnored: Rule = {
  name: 'conflict-ignored',
  severity: 'serious',
  advice: 'Take the ID from the detail of the 409, read that customer, and use it.',
  find({ calls }) {
    return calls.flatMap((call, index) => {
      const refusal = refusalIn(call);
      if (call.status !== 409 || refusal?.code !== 'customer_already_exists') return [];
      const [existing] = /ctm_[a-z\d]{26}|<ctm:\d+>/.exec(refusal.detail) ?? [];
      return existing === undefined ? [] : breachesAfter(call, calls.slice(index + 1), existing);
    });
  },
};

function breachesAfter(conflict: Call, later: readonly Call[], existing: string): Breach[] {
  const used = later.findIndex((call) => uses(call, existing));
  const again = later.slice(0, used === -1 ? later.length : used).find((call) => isSame(call, conflict));
  if (again)
    return [
      {
        sentence: `${existing} exists, but the application tried to create it again.`,
        evidence: numbersOf([conflict, again]),
      },
    ];
  return used === -1
    ? [{ sentence: `${existing} exists, but the application did not use it.`, evidence: numbersOf([conflict]) }]
    : [];
}

/** Ignores `after`: an ID used as a cursor does not mean that the customer is used. */
function uses({ path, query, body }: Call, id: string): boolean {
  const values = [...query].filter(([name]) => name !== 'after').map(([, value]) => value);
  return [path, ...values, JSON.stringify(body)].some((part) => part.includes(id));
}

function isSame({ method, path, body }: Call, other: Call): boolean {
  return method === other.method && path === other.path && JSON.stringify(body) === JSON.stringify(other.body);
}
