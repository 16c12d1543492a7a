import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import type { Check } from './check.ts';

const lineFields = ['subtotal', 'discount', 'tax', 'total'] as const;

/**
 * Checks that the amounts of every transaction, preview and adjustment in a response add up: lines, rates, totals, what is
 * due, earnings and payouts. They say nothing of how an amount was computed.
 */
export const moneyAddsUp: Check = ({ response }) => {
  const faults = objectsIn(response.json).flatMap((one) => [...faultsOfSale(one), ...faultsOfAdjustment(one)]);
  return faults[0] ?? null;
};

/** Returns all objects of a document, the outer ones first. */
function objectsIn(json: unknown): JsonObject[] {
  if (Array.isArray(json)) return json.flatMap(objectsIn);
  return isObject(json) ? [json, ...Object.values(json).flatMap(objectsIn)] : [];
}

function faultsOfSale({ details, items }: JsonObject): string[] {
  if (!isObject(details) || !Array.isArray(details['line_items'])) return [];
  const lines = details['line_items'].filter(isObject);
  const { totals } = details;
  const sums = [totals, ...lines.flatMap((line) => [line['totals'], line['unit_totals']])].filter(isObject);
  const faults = [...sums.flatMap(faultsOfSums), ...lines.flatMap(faultsOfFormats)];
  if (!isObject(totals)) return faults;
  const isPartial = Array.isArray(items) && items.some((item) => isObject(item) && item['include_in_totals'] === false);
  const rates = Array.isArray(details['tax_rates_used']) ? details['tax_rates_used'].filter(isObject) : [];
  return [
    ...faults,
    ...(isPartial ? [] : faultsOfParts('lines', lines, totals)),
    ...(rates.length === 0 ? [] : faultsOfParts('tax rates', rates, totals)),
    ...faultsOfDue(totals),
    ...faultsOfEarnings(totals),
    ...faultsOfAdjusted(details, totals),
    ...faultsOfPayout(details['payout_totals'], totals),
  ];
}

function faultsOfSums(sums: JsonObject): string[] {
  const of = (name: string) => amount(sums[name]);
  return must(
    of('subtotal') - of('discount') + of('tax') === of('total'),
    `subtotal, discount, tax and total do not add up`,
    sums,
  );
}

function faultsOfParts(name: string, parts: readonly JsonObject[], whole: JsonObject): string[] {
  const all = parts.map((part) => part['totals']).filter(isObject);
  return lineFields.flatMap((field) => {
    const sum = all.reduce((sum, totals) => sum + amount(totals[field]), 0n);
    return must(sum === amount(whole[field]), `the ${field} is not the sum of the ${name}, ${sum}`, whole);
  });
}

function faultsOfDue(totals: JsonObject): string[] {
  const of = (name: string) => amount(totals[name]);
  const [total, due, balance] = [of('total'), of('grand_total'), of('balance')];
  const share = total === 0n ? of('tax') : (of('tax') * due) / total;
  const off = of('grand_total_tax') - share;
  return [
    ...must(due === larger(total - of('credit'), 0n), 'the grand total is not the total less the credit', totals),
    ...must(of('credit_to_balance') === larger(-total, 0n), 'a negative total is not credited', totals),
    ...must(balance === due || balance === 0n, 'the balance is neither the grand total nor zero', totals),
    ...must(off >= 0n && off <= 1n, 'the tax of the grand total is not its share', totals),
  ];
}

function faultsOfEarnings(totals: JsonObject): string[] {
  if (totals['fee'] === null || totals['fee'] === undefined) return [];
  const of = (name: string) => amount(totals[name]);
  return must(
    of('earnings') === of('total') - of('tax') - of('fee'),
    'earnings are not what tax and fee leave',
    totals,
  );
}

function faultsOfAdjusted({ adjusted_totals: adjusted }: JsonObject, totals: JsonObject): string[] {
  if (!isObject(adjusted)) return [];
  const of = (name: string) => amount(adjusted[name]);
  return [
    ...must(of('subtotal') + of('tax') === of('total'), 'adjusted subtotal and tax are not the total', adjusted),
    ...(totals['fee'] === null ? [] : faultsOfEarnings(adjusted)),
  ];
}

/** In another currency, only the parts are compared. */
function faultsOfPayout(payout: Json | undefined, totals: JsonObject): string[] {
  if (!isObject(payout)) return [];
  const isSame = payout['currency_code'] === totals['currency_code'];
  const fields = [...lineFields, 'credit', 'grand_total', 'fee', 'earnings'];
  const others = isSame ? fields.filter((name) => payout[name] !== totals[name]) : [];
  return [
    ...faultsOfSums(payout),
    ...faultsOfEarnings(payout),
    ...others.map((name) => `the payout has another ${name} than the transaction: ${JSON.stringify(payout)}`),
  ];
}

function faultsOfFormats(line: JsonObject): string[] {
  return ['totals', 'unit_totals'].flatMap((name) => {
    const [plain, formatted] = [line[name], line[`formatted_${name}`]];
    if (!isObject(plain) || !isObject(formatted)) return [];
    const differing = lineFields.filter((field) => digits(plain[field]) !== digits(formatted[field]));
    return differing.map((field) => `the formatted ${field} is not the ${field}: ${JSON.stringify(formatted)}`);
  });
}

function faultsOfAdjustment({ action, items, totals }: JsonObject): string[] {
  if (typeof action !== 'string' || !Array.isArray(items) || !isObject(totals)) return [];
  const parts = items
    .filter(isObject)
    .map((item) => item['totals'])
    .filter(isObject);
  const sums = ['subtotal', 'tax', 'total'].flatMap((name) => {
    const sum = parts.reduce((sum, part) => sum + amount(part[name]), 0n);
    return must(sum === amount(totals[name]), `the ${name} of an adjustment is not the sum of its items`, totals);
  });
  const added = parts.filter((part) => amount(part['subtotal']) + amount(part['tax']) !== amount(part['total']));
  return [...sums, ...added.map((part) => `an adjusted line does not add up: ${JSON.stringify(part)}`)];
}

function must(holds: boolean, fault: string, sums: JsonObject): string[] {
  return holds ? [] : [`${fault}: ${JSON.stringify(sums)}`];
}

/** Reads an amount. The schema check reports what is none. */
function amount(json: Json | undefined): bigint {
  return typeof json === 'string' && /^-?\d+$/.test(json) ? BigInt(json) : 0n;
}

/** Digits without zeros at the start. */
function digits(json: Json | undefined): string {
  return String(json).replaceAll(/\D/g, '').replace(/^0+/, '');
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
