import { PaddleApiError } from '../../errors/errors.ts';
import type { Subscription } from '../../resources/subscriptions/kind.ts';
import { type Html, html } from '../html.ts';
import type { Sent } from './screen.ts';
import type { Visit } from './visit.ts';
import { outlookOf, productsOf, statusOf } from './wording.ts';

/** Shows why a form was refused; nothing if it was not. */
export function problemNote({ problem }: Sent): Html {
  if (!problem) return html``;
  return html`<div class="note bad" role="alert"><p><strong>That did not work.</strong> ${problem.message}</p></div>`;
}

/** A text field of a form. */
export type Field = {
  name: string;
  label: string;
  value?: string | null | undefined;
  hint?: string;
  autocomplete?: string;
  /** Limit of characters. Default: 200. */
  longest?: number;
  /** True for digits. */
  isNumber?: boolean;
  isRequired?: boolean;
  isWide?: boolean;
};

/** Shows a text field with its label, its hint and the reason why it was refused. */
export function textField(field: Field, sent: Sent): Html {
  const { name, label, hint, autocomplete = 'off', longest = 200 } = field;
  const wrong = sent.problem?.fields.get(name);
  const notes = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ');
  const described = notes ? html` aria-describedby="${notes}"` : html``;
  return html`<div${field.isWide ? html` class="wide"` : html``}>
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${field.value ?? ''}" autocomplete="${autocomplete}" maxlength="${String(longest)}"${
    field.isNumber ? html` inputmode="numeric"` : html``
  }${field.isRequired ? html` required` : html``}${wrong ? html` aria-invalid="true"` : html``}${described}>
${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : html``}
${wrong ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : html``}
</div>`;
}

/** Shows a form that is sent to a page of the customer's. */
export function form(action: string, content: Html): Html {
  return html`<form method="post" action="${action}">${content}</form>`;
}

/** Shows a button that sends its form, and a way back. */
export function buttons(label: string, back: string, look: 'primary' | 'danger' = 'primary'): Html {
  return html`<div class="actions"><button class="${look}">${label}</button><a class="button" href="${back}">Go back</a></div>`;
}

/** Shows a subscription in short, with a link to its page. */
export function subscriptionCard(visit: Visit, subscription: Subscription): Html {
  const name = productsOf(subscription);
  return html`<article>
<div class="top"><h2 class="name"><a href="${visit.url(`/subscriptions/${subscription.id}`)}">${name}</a></h2>${statusOf(subscription)}</div>
<p class="soft">${outlookOf(subscription)}</p>
</article>`;
}

/** Returns a subscription of the customer. @throws PaddleApiError not_found */
export function subscriptionOf(
  { account, customer }: Visit,
  { subscription_id = '' }: Readonly<Record<string, string>>,
): Subscription {
  return account.store.subscriptions.requireOf(customer.id, subscription_id);
}

/** Computes something to show, or returns undefined if the API refuses it. */
export function ifAllowed<Result>(compute: () => Result): Result | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof PaddleApiError) return undefined;
    throw error;
  }
}
