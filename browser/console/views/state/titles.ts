import type { operations } from '#openapi/generated/control.ts';

type Page = operations['listEntities']['responses'][200]['content']['application/json'];
export type Entity = Page['entities'][number];

export function idOf(entity: Entity): string {
  return String(entity['id'] ?? entity['event_id'] ?? '');
}

/** The name by which a reader knows an entity. */
export function titleOf(entity: Entity): string {
  const { name, email, description, destination, event_type, first_line, code, details, customer_id, card, balance } =
    entity;
  const totals = Object(Object(details).totals);
  if (typeof totals.grand_total === 'string' && typeof totals.currency_code === 'string')
    return amount(totals.grand_total, totals.currency_code);
  const items = Object(entity['items'])[0];
  const product = Object(Object(items).product).name;
  const known = [
    name,
    email,
    destination,
    event_type,
    description,
    code,
    first_line,
    product,
    Object(card).last4,
    Object(balance).available,
    customer_id,
  ];
  return known.map((each) => (typeof each === 'string' ? each : '')).find((each) => each !== '') ?? idOf(entity);
}

/** Writes an amount of a currency's smallest unit. */
function amount(text: string, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(Number(text) / 10 ** digits);
}
