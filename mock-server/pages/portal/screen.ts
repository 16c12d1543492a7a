import type { Html } from '../html.ts';
import type { Visit } from './visit.ts';

/** Fields of a form, or of a query. */
export type Fields = ReadonlyMap<string, string>;

/** IDs in the path of a screen. */
export type Ids = Readonly<Record<string, string>>;

/** The input of a page: the query or the sent form, and the reason it was refused. */
export type Sent = {
  fields: Fields;
  problem?: { message: string; fields: ReadonlyMap<string, string> } | undefined;
};

/** A page of the portal, and what its form does. */
export type Screen = {
  /** Path below that of the customer, with the names of IDs after a colon. */
  path: string;
  /** Returns the page, or the address of another. */
  show(visit: Visit, ids: Ids, sent: Sent): Page | string;
  /**
   * Does what the form asks for, and returns the address of the page to go on with.
   *
   * @throws PaddleApiError or UsageError if it is refused; the page is shown again with the reason
   */
  submit?(visit: Visit, ids: Ids, fields: Fields): string;
};

export type Page = {
  title: string;
  /** The section of the navigation that the page belongs to. */
  section: 'subscriptions' | 'payments' | 'payment-methods' | 'details';
  content: Html;
};
