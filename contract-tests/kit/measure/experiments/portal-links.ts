import { dataOf } from '../answers.ts';
import { createCustomer } from '../arrange.ts';
import { CannotTell, isNoValue } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';

/** Opens a link of a portal session twice. */
export const portalLinks: Experiment<'portal-links'> = async (probe) => {
  const { visit } = probe.can;
  if (!visit) throw new CannotTell('portal links of the target may not be opened');
  const { id } = await createCustomer(probe);
  const session = await probe.send('POST', `/customers/${id}/portal-sessions`);
  const link = dataOf(session, 'urls', 'general', 'overview');
  if (typeof link !== 'string') return isNoValue(session);
  const [first, second] = [(await visit(link)).status, (await visit(link)).status];
  if (first >= 400) throw new CannotTell(`the first visit of a link returned ${first}`);
  const because = `two visits of a link were answered with ${first} and ${second}`;
  return { value: second >= 400 ? 'single-use' : 'reusable', because };
};
