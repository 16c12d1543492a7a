import { Router } from 'express';
import type { Accounts } from '../account/accounts.ts';
import { formatAmount } from '../billing/money/format-amount.ts';
import { creditNoteSubject } from '../resources/adjustments/credit-note.ts';
import type { Adjustment } from '../resources/adjustments/kind.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './layout.ts';
import { openDocument } from './open-document.ts';

const header = "Paddock · this page stands in for Paddle's credit note";

/** Serves the credit notes behind the links of adjustments. */
export function creditNotePages(accounts: Accounts): Router {
  const router = Router();
  router.get('/credit-notes/:adjustment_id', async (request, response) => {
    const id = request.params.adjustment_id;
    const document = await openDocument(accounts, request, response, {
      header,
      subject: (disposition) => creditNoteSubject(id, disposition),
      find: ({ store }) => store.adjustments.find(id),
    });
    if (!document) return;
    const { account, entity: adjustment, disposition } = document;
    const customer = account.store.customers.find(adjustment.customer_id);
    response.set('Content-Disposition', `${disposition}; filename="credit_note_${id}.html"`);
    sendPage(response, 200, 'Credit note', creditNote(adjustment, customer?.name ?? customer?.email ?? ''), header);
  });
  return router;
}

function creditNote({ id, transaction_id, reason, updated_at, items, totals }: Adjustment, buyer: string): Html {
  const shown = (amount: string) => formatAmount(amount, totals.currency_code);
  return html`<h1>Credit note</h1>
<dl>
<dt>Adjustment</dt><dd>${id}</dd>
<dt>Transaction</dt><dd>${transaction_id}</dd>
<dt>Issued to</dt><dd>${buyer}</dd>
<dt>Date</dt><dd>${updated_at}</dd>
<dt>Reason</dt><dd>${reason}</dd>
</dl>
<h2>Items</h2>
${items.map(
  (item) => html`<article><strong>${item.item_id}</strong>
<dl><dt>Tax</dt><dd>${shown(item.totals.tax)}</dd><dt>Total</dt><dd>${shown(item.totals.total)}</dd></dl></article>`,
)}
<h2>Totals</h2>
<dl>
<dt>Subtotal</dt><dd>${shown(totals.subtotal)}</dd>
<dt>Tax</dt><dd>${shown(totals.tax)}</dd>
<dt>Total</dt><dd>${shown(totals.total)}</dd>
</dl>`;
}
