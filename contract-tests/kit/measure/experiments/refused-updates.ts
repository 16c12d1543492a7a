import type { Answer } from '../../../targets/account.ts';
import { codeOf, dataOf, describeAnswer } from '../answers.ts';
import { catalogued, invoiced, monthly, withBilled } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import { Inconclusive, unexpected } from '../inconclusive.ts';

const trial = { trial_period: { interval: 'day', frequency: 14, requires_payment_method: false } };
const unbilled = { proration_billing_mode: 'do_not_bill' };

/** Previews another item in a trial, neither of which needs a payment method. */
export const trialItems: Experiment<'trial-items'> = (context) =>
  withBilled(context, { price: trial }, async ({ path, price_id }) => {
    const items = [{ price_id, quantity: 1 }, await catalogued(context, trial)];
    const control = { ...unbilled, items: [{ price_id, quantity: 2 }] };
    const { answer, because } = await preview(context, path, { ...unbilled, items }, control);
    const value = answer.status < 300 ? 'replaceable' : 'fixed';
    return { value, because: `another item in a trial was ${because}` };
  });

/** Previews a quantity and a date in one update. */
export const itemsWithDate: Experiment<'items-with-date'> = (context) =>
  withBilled(context, invoiced, async ({ path, read, price_id }) => {
    const before = Date.parse(String(read('next_billed_at')));
    const control = { ...unbilled, items: [{ price_id, quantity: 2 }] };
    const next_billed_at = daysAfter(before, 7);
    const { answer, because } = await preview(context, path, { ...control, next_billed_at }, control);
    if (answer.status >= 300) return { value: 'reject', because: `a date beside items was ${because}` };
    if (Date.parse(String(dataOf(answer, 'next_billed_at'))) !== before) return unexpected(answer);
    return { value: 'ignore-date', because: 'a date beside items was ignored' };
  });

/** Previews a month instead of a year, with the next bill. */
export const laterCycleChange: Experiment<'later-cycle-change'> = (context) => {
  const yearly = { billing_cycle: { interval: 'year', frequency: 1 } };
  return withBilled(context, { ...invoiced, price: yearly }, async ({ path }) => {
    const control = { ...unbilled, items: [{ price: monthly, quantity: 1 }] };
    const later = { ...control, proration_billing_mode: 'prorated_next_billing_period' };
    const { answer, because } = await preview(context, path, later, control);
    if (String(codeOf(answer)).startsWith('subscription_credit_creation'))
      throw new Inconclusive('the invoice of the subscription is not paid, so its year cannot be credited');
    return {
      value: answer.status < 300 ? 'allow' : 'reject',
      because: `another cycle with the next bill was ${because}`,
    };
  });
};

/** Gives a scheduled pause another date at which it ends. */
export const resumeBeforePause: Experiment<'resume-before-pause'> = (context) =>
  withBilled(context, invoiced, async ({ path, read }) => {
    const end = Date.parse(String(read('current_billing_period', 'ends_at')));
    const paused = await context.send('POST', `${path}/pause`, { resume_at: daysAfter(end, 30) });
    if (dataOf(paused, 'scheduled_change', 'action') !== 'pause') unexpected(paused);
    const other = daysAfter(end, 60);
    const answer = await context.send('POST', `${path}/resume`, { effective_from: other });
    if (answer.status >= 300) return { value: 'reject', because: `another date was ${refusal(answer)}` };
    const resume_at = String(dataOf(answer, 'scheduled_change', 'resume_at'));
    if (Date.parse(resume_at) !== Date.parse(other)) return unexpected(answer);
    return { value: 'move-date', because: 'a scheduled pause got another date' };
  });

/** Previews an update. A refusal counts only if the control is accepted. */
async function preview(context: ExperimentContext, path: string, update: object, control: object) {
  const answer = await context.send('PATCH', `${path}/preview`, update);
  if (answer.status < 300) return { answer, because: 'accepted' };
  const accepted = await context.send('PATCH', `${path}/preview`, control);
  if (accepted.status >= 300)
    throw new Inconclusive(`the update was refused without it too: ${describeAnswer(accepted)}`);
  return { answer, because: refusal(answer) };
}

const refusal = (answer: Answer) => `refused with ${describeAnswer(answer)}`;

const daysAfter = (time: number, days: number) => new Date(time + days * 86_400_000).toISOString();
