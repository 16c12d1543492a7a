import { refusalIn } from '../answers.ts';
import { type Breach, numbersOf, type Rule } from '../rule.ts';
import type { GradedExchange } from '../traffic.ts';

/** The application uses the existing customer that `customer_already_exists` names. */
export const conflictIgnored: Rule = {
  name: 'conflict-ignored',
  severity: 'serious',
  advice: 'Take the ID from the detail of the 409, read that customer, and use it.',
  find({ exchanges }) {
    return exchanges.flatMap((exchange, index) => {
      const refusal = refusalIn(exchange);
      if (exchange.response?.status !== 409 || refusal?.code !== 'customer_already_exists') return [];
      const [existing] = /ctm_[a-z\d]{26}|<ctm:\d+>/.exec(refusal.detail) ?? [];
      return existing === undefined ? [] : breachesAfter(exchange, exchanges.slice(index + 1), existing);
    });
  },
};

function breachesAfter(conflict: GradedExchange, later: readonly GradedExchange[], existing: string): Breach[] {
  const used = later.findIndex((exchange) => uses(exchange, existing));
  const again = later.slice(0, used === -1 ? later.length : used).find((exchange) => isSame(exchange, conflict));
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
function uses({ request: { path, query, body } }: GradedExchange, id: string): boolean {
  const values = query.filter(([name]) => name !== 'after').map(([, value]) => value);
  return [path, ...values, JSON.stringify(body)].some((part) => part.includes(id));
}

function isSame({ request: one }: GradedExchange, { request: other }: GradedExchange): boolean {
  return (
    one.method === other.method && one.path === other.path && JSON.stringify(one.body) === JSON.stringify(other.body)
  );
}
