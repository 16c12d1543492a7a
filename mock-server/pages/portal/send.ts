import type { Response } from 'express';
import { type Html, html } from '../html.ts';
import { sendPage } from '../layout.ts';
import type { Page, Sent } from './screen.ts';
import type { Visit } from './visit.ts';

const sections = {
  subscriptions: ['Subscriptions', ''],
  payments: ['Payments', '/payments'],
  'payment-methods': ['Payment methods', '/payment-methods'],
  details: ['Billing details', '/details'],
} as const;

/** Confirmations of what a form did. */
const doneNotes: Readonly<Record<string, string>> = {
  cancel: 'Your cancellation is done.',
  keep: 'The scheduled change is taken back.',
  pause: 'Your pause is set.',
  resume: 'Your subscription goes on.',
  'payment-method': 'Your new payment method is saved.',
  'deleted-payment-method': 'The payment method is deleted.',
  revision: 'The invoice is corrected.',
  address: 'Your address is saved.',
  business: 'Your business is saved.',
};

/** Sends a page of a visit, with the navigation. */
export function sendScreenPage(response: Response, status: number, visit: Visit, page: Page, { fields }: Sent): void {
  const done = doneNotes[fields.get('done') ?? ''];
  const note = done === undefined ? html`` : html`<div class="note good" role="status"><p>${done}</p></div>`;
  sendPage(response, status, page.title, html`${navigation(visit, page)}${note}${page.content}`);
}

function navigation(visit: Visit, { section }: Page): Html {
  return html`<nav aria-label="Portal"><ul>${Object.entries(sections).map(
    ([name, [label, path]]) =>
      html`<li><a href="${visit.url(path)}"${name === section ? html` aria-current="page"` : html``}>${label}</a></li>`,
  )}</ul></nav>`;
}

/** Reason for showing nothing. */
export type Gone = 'unknown' | 'expired' | 'used' | 'ended' | 'missing' | 'foreign' | 'unsigned';

/** A proxy in front of several processes tries the next one after a 404, so only what is unknown has it. */
const statuses: Record<Gone, number> = {
  unknown: 404,
  expired: 410,
  used: 410,
  ended: 410,
  missing: 404,
  foreign: 403,
  unsigned: 401,
};

const again = 'Create a new portal session each time, and do not store its links.';

const explanations: Record<Gone, string> = {
  unknown: `This link is unknown. It may be incomplete, or older than the server's last reset. ${again}`,
  expired: `This link has expired. ${again}`,
  used: `This link has already been used. Portal links open once. ${again}`,
  ended: `You were here for a day. ${again}`,
  missing: 'There is no such page for this customer.',
  foreign: 'The form was sent by a page of another site.',
  unsigned:
    'At Paddle you would sign in by a link that is sent to your email address. Paddock sends no email: read the link with an API key that has the permission customer_portal_session.write.',
};

/** Sends the page that says why there is nothing to see. */
export function sendGone(response: Response, reason: Gone): void {
  const heading =
    reason === 'unsigned' ? 'Please sign in' : reason === 'missing' ? 'Not found' : 'This link no longer works';
  sendPage(response, statuses[reason], heading, html`<h1>${heading}</h1><p>${explanations[reason]}</p>`);
}
