import { dataOf, describeAnswer } from '../answers.ts';
import { takesField } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

const imported = { external_id: 'one', imported_from: 'paddle_classic' };

/** Creates a customer with `import_meta` and, if it was accepted, tries to change it. */
export const importMeta: Experiment<'import-meta'> = async (context) => {
  let id: unknown;
  const { taken, because } = await takesField(
    async (fields) => {
      const answer = await context.send('POST', '/customers', { email: context.freshEmail(), ...fields });
      id = dataOf(answer, 'id');
      return answer;
    },
    'import_meta',
    imported,
  );
  if (!taken) return { value: 'read-only', because };
  const change = { import_meta: { ...imported, external_id: 'two' } };
  const changed = await context.send('PATCH', `/customers/${id}`, change);
  if (changed.status < 400) return unexpected(changed);
  return { value: 'set-once', because: `${because}, and a change was refused with ${describeAnswer(changed)}` };
};
