import { addCycles } from '../../billing/period.ts';
import type { Subscription } from '../../resources/subscriptions/kind.ts';
import { isCardless } from '../../resources/subscriptions/moves/moves.ts';
import { recurringDetails } from '../../resources/subscriptions/update/preview.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import { type Html, html } from '../html.ts';
import { day, money } from '../wording.ts';
import { type Offer, offersFor } from './offers.ts';
import { buttons, form, ifAllowed, problemNote, subscriptionOf } from './parts.ts';
import { perform } from './perform.ts';
import type { Ids, Page, Screen, Sent } from './screen.ts';
import { undoLabel } from './subscription.ts';
import type { Visit } from './visit.ts';
import { productsOf } from './wording.ts';

/** Ends a subscription with its period; one that is paused, or tried without a payment method, at once. @evidence official: customers cancel in the portal; assumed: not before the period ends */
export const cancel = change('cancel', {
  title: 'Cancel subscription',
  explain: (subscription) =>
    subscription.status === 'paused' || isCardless(subscription)
      ? html`<p>It ends at once, and cannot be resumed afterwards.</p>`
      : html`<p>You can use it until ${day(endOf(subscription))}. No payment is taken after that.</p>
<p>Until then you can change your mind on the page of the subscription.</p>`,
  button: () => ['Cancel subscription', 'danger'],
  perform: (visit, params) => {
    perform(visit, 'cancelSubscription', { params, query: {}, body: {} });
  },
});

/** Takes a scheduled change back. */
export const keep = change('keep', {
  title: 'Keep subscription',
  explain: () => html`<p>The scheduled change is taken back, and the subscription goes on as before.</p>`,
  button: (subscription) => [undoLabel(subscription), 'primary'],
  perform: (visit, params) => {
    perform(visit, 'updateSubscription', { params, query: {}, body: { scheduled_change: null } });
  },
});

const pauses: Readonly<Record<string, string>> = { 1: 'For 1 month', 2: 'For 2 months', 3: 'For 3 months' };

/** Pauses a subscription when its period ends. */
export const pause = change('pause', {
  title: 'Pause subscription',
  explain: (
    subscription,
  ) => html`<p>It pauses on ${day(endOf(subscription))}, when the period that you paid for ends.</p>
<fieldset><legend>For how long?</legend>
<label class="choice"><input type="radio" name="months" value="" checked> Until I resume it</label>
${Object.entries(pauses).map(([months, label]) => html`<label class="choice"><input type="radio" name="months" value="${months}"> ${label}</label>`)}
</fieldset>`,
  button: () => ['Pause subscription', 'primary'],
  perform: (visit, params, { fields }, subscription) => {
    const months = fields.get('months') ?? '';
    const resume_at = pauses[months] ? monthsAfter(endOf(subscription), Number(months), visit) : null;
    const body = { effective_from: 'next_billing_period' as const, resume_at };
    perform(visit, 'pauseSubscription', { params, query: {}, body });
  },
});

/** Resumes a paused subscription now, with a new period. */
export const resume = change('resume', {
  title: 'Resume subscription',
  explain: (subscription, { account }) => {
    const details = ifAllowed(() => recurringDetails(subscription, account));
    const amount = details && money(details.totals.grand_total, subscription);
    return html`<p>A new period begins now${amount === undefined ? html`` : html`, and <strong>${amount}</strong> is charged to your payment method`}.</p>`;
  },
  button: () => ['Resume subscription', 'primary'],
  perform: (visit, params) => {
    perform(visit, 'resumeSubscription', { params, query: {}, body: { effective_from: 'immediately' } });
  },
});

type ChangePage = {
  title: string;
  explain(subscription: Subscription, visit: Visit): Html;
  button(subscription: Subscription): readonly [label: string, look: 'primary' | 'danger'];
  perform(visit: Visit, params: { subscription_id: string }, sent: Sent, subscription: Subscription): void;
};

/** Makes a page that explains a change, asks for it and makes it. */
function change(offer: Offer, { title, explain, button, perform: make }: ChangePage): Screen {
  return {
    path: `/subscriptions/:subscription_id/${offer}`,
    show: (visit, ids, sent) => pageOf(visit, ids, sent),
    submit: (visit, ids, fields) => {
      const subscription = subscriptionOf(visit, ids);
      make(visit, { subscription_id: subscription.id }, { fields }, subscription);
      return visit.url(`/subscriptions/${subscription.id}`, { done: offer });
    },
  };

  function pageOf(visit: Visit, ids: Ids, sent: Sent): Page | string {
    const subscription = subscriptionOf(visit, ids);
    const back = visit.url(`/subscriptions/${subscription.id}`);
    if (!sent.problem && !offersFor(subscription).includes(offer)) return back;
    const content = html`${explain(subscription, visit)}${buttons(...ordered(button(subscription), back))}`;
    return {
      title,
      section: 'subscriptions',
      content: html`<h1>${title}</h1><p class="soft">${productsOf(subscription)}</p>
${problemNote(sent)}<article>${form(visit.url(`/subscriptions/${subscription.id}/${offer}`), content)}</article>`,
    };
  }
}

function ordered([label, look]: readonly [string, 'primary' | 'danger'], back: string) {
  return [label, back, look] as const;
}

function endOf({ next_billed_at, current_billing_period, updated_at }: Subscription): string {
  return next_billed_at ?? current_billing_period?.ends_at ?? updated_at;
}

function monthsAfter(time: string, frequency: number, { account }: Visit): string {
  const after = addCycles(Date.parse(time), { interval: 'month', frequency });
  return formatTimestamp(after, account.behaviours.timestamps);
}
