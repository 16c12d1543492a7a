import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../targets/account.ts';
import { dataOf, describeAnswer } from './answers.ts';
import type { ExperimentContext } from './experiment-context.ts';
import { Inconclusive } from './inconclusive.ts';

/** Creates a customer in the way that every target takes. @throws Inconclusive if this one does not. */
export async function createCustomer(
  context: ExperimentContext,
  fields: object = {},
): Promise<{ id: string; answer: Answer }> {
  const answer = await context.send('POST', '/customers', { email: context.freshEmail(), ...fields });
  return { id: idOf(answer), answer };
}

/** Archives a customer in one of the ways that there are. @throws Inconclusive where none works. */
export async function archiveCustomer(context: ExperimentContext, id: string): Promise<void> {
  const patched = await context.send('PATCH', `/customers/${id}`, { status: 'archived' });
  if (patched.status === 200) return;
  const archived = await context.send('POST', `/customers/${id}/archive`);
  if (archived.status !== 200) throw new Inconclusive(`a customer could not be archived: ${describeAnswer(archived)}`);
}

/** Sends a destination to create, lets something be done with the answer, and deletes the destination if there is one. */
export async function withDestination<Result>(
  context: ExperimentContext,
  fields: object,
  work: (answer: Answer) => Promise<Result>,
): Promise<Result> {
  const answer = await context.send('POST', '/notification-settings', {
    // The address is marked with the run, so that a destination is found whose creation was never answered.
    description: `Made by paddock measure for ${context.freshEmail()}`,
    type: 'url',
    subscribed_events: ['customer.created'],
    ...fields,
  });
  try {
    return await work(answer);
  } finally {
    if (answer.status < 300) await context.send('DELETE', `/notification-settings/${idOf(answer)}`);
  }
}

/**
 * Sends an entity with one field more than it needs, and tells whether the target takes the field: whether the new
 * entity has it. A refusal counts only if the entity is accepted without the field.
 *
 * @param create sends the entity with some further fields.
 * @throws Inconclusive where the entity is refused without the field too
 */
export async function takesField(
  create: (fields: object) => Promise<Answer>,
  name: string,
  value: unknown,
): Promise<{ taken: boolean; because: string }> {
  const answer = await create({ [name]: value });
  if (answer.status < 300) {
    const taken = isDeepStrictEqual(dataOf(answer, name), value);
    return { taken, because: `${name} was accepted and ${taken ? 'kept' : 'ignored'}` };
  }
  const control = await create({});
  if (control.status >= 300) throw new Inconclusive(`without ${name} the answer was ${describeAnswer(control)}`);
  return { taken: false, because: `with ${name} the answer was ${describeAnswer(answer)}, and without it was not` };
}

/** ID of what was created. @throws Inconclusive where the target would not. */
export function idOf(answer: Answer): string {
  const id = dataOf(answer, 'id');
  if (answer.status < 300 && typeof id === 'string') return id;
  throw new Inconclusive(`what the experiment needs was not created: ${describeAnswer(answer)}`);
}
