import { readSchemas } from '#openapi/document/schema.ts';
import { arrangeReferences } from '../../generated-cases/arrange-path.ts';
import { createExamples } from '../../generated-cases/enumeration/examples.ts';
import { describeAnswer, listOf, valueAt } from './answers.ts';
import type { Finding } from './experiment.ts';
import type { ExperimentContext } from './experiment-context.ts';
import { Inconclusive } from './inconclusive.ts';
import { type List, listsOf } from './lists.ts';
import { type Outcome, runExperiment } from './run-experiment.ts';

export type Order = 'newest first' | 'oldest first';

/** Default order of one list of a target. */
export type MeasuredOrder = Outcome<Order> & { readonly list: string };

/** Measures the order of each list without `order_by`. An unknown order comes with the reason. */
export async function measureOrders(context: ExperimentContext): Promise<MeasuredOrder[]> {
  const measured: MeasuredOrder[] = [];
  for (const list of listsOf(context.account.target.contract))
    measured.push({ list: list.name, ...(await runExperiment(context, (of) => findOrder(of, list))) });
  return measured;
}

/** Compares the first two IDs of a list, which sort by creation, after creating two entities if there are too few. */
async function findOrder(context: ExperimentContext, list: List): Promise<Finding<Order>> {
  const path = await list.arrange(context);
  let [first, second] = await firstTwo(context, path);
  if (second === undefined) {
    await create(context, list, path);
    await create(context, list, path);
    [first, second] = await firstTwo(context, path);
  }
  if (first === undefined || second === undefined) throw new Inconclusive(`${path} has fewer than two entities`);
  const value = first > second ? 'newest first' : 'oldest first';
  return { value, because: `${path} begins with ${first} and ${second}` };
}

async function firstTwo(context: ExperimentContext, path: string): Promise<string[]> {
  const answer = await context.send('GET', `${path}?per_page=2`);
  return listOf(answer).flatMap((entity) => {
    const id = valueAt(entity, 'id') ?? valueAt(entity, 'event_id');
    return typeof id === 'string' ? [id] : [];
  });
}

/** Creates an entity with an example of the document, and what it refers to, as far as possible. @throws Inconclusive if it is refused */
async function create(context: ExperimentContext, { name, creation }: List, path: string): Promise<void> {
  if (creation?.bodySchema === undefined)
    throw new Inconclusive(`${path} has fewer than two entities, and no operation creates one`);
  const mark = context.freshEmail();
  const schema = readSchemas(context.account.target.contract.document).at(creation.bodySchema);
  const references = await arrangeReferences(creation, context.account);
  let text = JSON.stringify(createExamples(context.freshEmail, mark).of(schema));
  for (const [id, made] of references) text = text.replaceAll(id, made);
  const made = new Set(references.values());
  const fields = Object.entries(JSON.parse(text)).filter(
    ([name, value]) => !name.endsWith('_id') || made.has(`${value}`),
  );
  const body = Object.fromEntries(fields.map(([name, value]) => [name, name === 'name' ? mark : value]));
  const answer = await context.send('POST', path, body);
  if (answer.status >= 300) throw new Inconclusive(`${name} could not be created: ${describeAnswer(answer)}`);
}
