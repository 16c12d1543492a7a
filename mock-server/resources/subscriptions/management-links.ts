import type { Answer, HandlerContext } from '../../http/handler.ts';
import type { EntityText } from '../../state/lists/text-table.ts';
import type { Subscription } from './kind.ts';

/** Pages that `management_urls` lead to. */
const pages = ['cancel', 'update-payment-method', 'view-subscription'] as const;

export function isManagementPage(page: string): page is (typeof pages)[number] {
  return pages.some((known) => known === page);
}

/** Returns what the links of a subscription are signed for. */
export function managementSubject(subscriptionId: string): string {
  return `management of ${subscriptionId}`;
}

/** Links are stored as Paddle's, beside the other fields of the subscription. */
const stored = /"management_urls":\{[^{}]*\}/g;
const link = /https:\/\/[a-z-]*buyer-portal\.paddle\.com\/subscriptions\/(sub_[a-z\d]{26})\/([a-z-]+)(\?[^"]*)?/g;

/** Permission of keys that read links which need no further sign-in. */
const permission = 'customer_portal_session.write';

/**
 * Makes the links of subscriptions in a response lead to Paddock's pages.
 *
 * @evidence official: a key that may create portal sessions reads links with a token, which open without a password. observed
 *   2023-10: the token is valid for 366 days. assumed: here it is valid as long as the subscription exists, so that the same
 *   entity is read each time
 */
export function withManagementLinks(answer: Answer, context: LinkContext): Answer {
  if (answer === 'no content') return answer;
  if ('data' in answer) return { ...answer, data: JSON.parse(linked(JSON.stringify(answer.data), context)) };
  if ('entity' in answer) return { ...answer, entity: linked(answer.entity, context) };
  return { ...answer, page: { ...answer.page, texts: answer.page.texts.map((text) => linked(text, context)) } };
}

type LinkContext = Pick<HandlerContext, 'account' | 'baseUrl'> & Partial<Pick<HandlerContext, 'caller'>>;

/** Makes the links of a subscription lead to Paddock's pages, for a caller who may do anything. */
export function withOwnLinks(subscription: Subscription, context: LinkContext): Subscription {
  return JSON.parse(linked(JSON.stringify(subscription), context));
}

/** The latest time that a token can name. */
const noEnd = 864_000_000_000_000;

function linked(text: EntityText, context: LinkContext): EntityText {
  const found = text.match(stored) ?? [];
  if (found.length < 2) return text.replace(stored, (urls) => linkedUrls(urls, context));
  // The custom data has such an object too, and is not to change.
  const { management_urls, ...rest }: { management_urls: object } = JSON.parse(text);
  return JSON.stringify({ ...rest, management_urls: JSON.parse(linkedUrls(JSON.stringify(management_urls), context)) });
}

function linkedUrls(urls: string, { account, baseUrl, caller }: LinkContext): string {
  const isSigned = caller?.permissions?.has(permission) ?? true;
  return urls.replace(link, (whole, id: string, page: string) => {
    if (!isManagementPage(page)) return whole;
    const signed = { account: account.id, expiresAt: noEnd };
    const token = isSigned ? `?token=${account.store.signedLinks.sign(signed, managementSubject(id))}` : '';
    return `${baseUrl}/customer-portal/subscriptions/${id}/${page}${token}`;
  });
}
