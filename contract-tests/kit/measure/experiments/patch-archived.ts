import { codeOf, describeAnswer } from '../answers.ts';
import { archiveCustomer, createCustomer } from '../arrange.ts';
import { isNoValue } from '../cannot-tell.ts';
import type { Experiment } from '../experiment.ts';

/** Changes a customer that is archived. */
export const patchArchived: Experiment<'patch-archived'> = async (probe) => {
  const { id } = await createCustomer(probe);
  await archiveCustomer(probe, id);
  const answer = await probe.send('PATCH', `/customers/${id}`, { name: 'Sam Miller' });
  const because = `a change of an archived customer was refused with ${describeAnswer(answer)}`;
  if (answer.status === 404) return { value: 'not-found', because };
  return codeOf(answer) === 'entity_archived' ? { value: 'entity-archived', because } : isNoValue(answer);
};
