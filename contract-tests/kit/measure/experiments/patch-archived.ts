import { codeOf, describeAnswer } from '../answers.ts';
import { archiveCustomer, createCustomer } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** Changes an archived customer. */
export const patchArchived: Experiment<'patch-archived'> = async (context) => {
  const { id } = await createCustomer(context);
  await archiveCustomer(context, id);
  const answer = await context.send('PATCH', `/customers/${id}`, { name: 'Sam Miller' });
  const because = `a change of an archived customer was refused with ${describeAnswer(answer)}`;
  if (answer.status === 404) return { value: 'not-found', because };
  return codeOf(answer) === 'entity_archived' ? { value: 'entity-archived', because } : unexpected(answer);
};
