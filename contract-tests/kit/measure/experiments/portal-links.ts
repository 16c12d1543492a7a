import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { Inconclusive, unexpected } from '../inconclusive.ts';

/** Opens a link of a portal session twice. */
export const portalLinks: Experiment<'portal-links'> = async (context) => {
  const { visit } = context.can;
  if (!visit) throw new Inconclusive('portal links of the target may not be opened');
  const { id } = await createCustomer(context);
  const session = await context.send('POST', `/customers/${id}/portal-sessions`);
  const link = dataOf(session, 'urls', 'general', 'overview');
  if (typeof link !== 'string') return unexpected(session);
  const [first, second] = [(await visit(link)).status, (await visit(link)).status];
  if (first >= 400) throw new Inconclusive(`the first visit of a link returned ${first}`);
  const because = `two visits of a link returned ${first} and ${second}`;
  return { value: second >= 400 ? 'single-use' : 'reusable', because };
};
