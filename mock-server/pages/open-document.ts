import type { Request, Response } from 'express';
import type { Account } from '../account/account.ts';
import type { Accounts } from '../account/accounts.ts';
import type { Disposition } from '../resources/document-link.ts';
import { queryOf } from '../wire/target.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';

/** A document, as pages show it. */
type Document<Entity> = {
  header: string;
  /** Returns what a link to it is signed for. */
  subject: (disposition: Disposition) => string;
  find: (account: Account) => Entity | undefined;
};

/** Finds the document behind a signed link. Otherwise it sends the page that says why not, and returns `undefined`. */
export async function openDocument<Entity>(
  accounts: Accounts,
  request: Request,
  response: Response,
  { header, subject, find }: Document<Entity>,
): Promise<{ account: Account; entity: Entity; disposition: Disposition } | undefined> {
  const query = queryOf(request.originalUrl);
  const disposition = query.get('disposition') === 'inline' ? 'inline' : 'attachment';
  const link = accounts.signedLinks.find(query.get('token') ?? '', subject(disposition));
  const account = link && accounts.byId(link.account);
  if (account?.isHeld) await account.whole();
  const entity = account && find(account);
  if (!link || !account || !entity) {
    sendPage(response, 404, 'Link does not work', html`<h1>This link does not work</h1>`, header);
    return undefined;
  }
  if (account.clock.now() >= link.expiresAt) {
    sendPage(response, 410, 'Link has expired', html`<h1>This link has expired</h1>`, header);
    return undefined;
  }
  return { account, entity, disposition };
}
