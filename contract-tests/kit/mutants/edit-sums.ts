import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { changeResponses } from './define-defect.ts';
import { changeEntities } from './edit-message.ts';
import type { Mutant } from './mutant.ts';

/** Amounts of a line, a unit, a rate or a transaction. */
export type Sums = { subtotal: bigint; discount: bigint; tax: bigint; total: bigint };

/** A line of a transaction or a preview, with its tax rate in millionths. */
export type Line = { json: JsonObject; entity: JsonObject; quantity: bigint; rate: bigint; unit: Sums; line: Sums };

const million = 1_000_000n;

/** Computes the lines of all transactions and previews in another way, with totals that are their sums. */
export function linesComputed(change: (line: Line) => { unit?: Sums; line?: Sums }): Mutant['start'] {
  return detailsChanged((details, entity) => {
    const lines = objectsIn(details['line_items']).map((json) => {
      const read = readLine(json, entity);
      const { unit = read.unit, line = read.line } = change(read);
      return { ...json, ...printedAs('unit_totals', unit, json), ...printedAs('totals', line, json) };
    });
    return summed({ ...details, line_items: lines });
  });
}

/** Changes the details of all transactions and previews in responses. */
export function detailsChanged(change: (details: JsonObject, entity: JsonObject) => JsonObject): Mutant['start'] {
  return changeResponses('* /**', (answer) =>
    changeEntities(answer, (entity) => {
      const { details } = entity;
      const isSale = isObject(details) && Array.isArray(details['line_items']);
      return isSale ? { ...entity, details: change(details, entity) } : entity;
    }),
  );
}

/** Changes some totals of all transactions, as details have them under one of the names. */
export function totalsChanged(
  names: readonly string[],
  change: (totals: JsonObject, of: (name: string) => bigint, entity: JsonObject, details: JsonObject) => JsonObject,
): Mutant['start'] {
  return detailsChanged((details, entity) => {
    const changed = names.flatMap((name): [string, Json][] => {
      const totals = details[name];
      if (!isObject(totals)) return [];
      return [[name, { ...totals, ...change(totals, (field) => amountIn(totals[field]), entity, details) }]];
    });
    return { ...details, ...Object.fromEntries(changed) };
  });
}

/** Makes tax rates and totals the sums of the lines. */
function summed(details: JsonObject): JsonObject {
  if (!isObject(details['totals'])) return details;
  const lines = objectsIn(details['line_items']).map(({ tax_rate = null, totals }) => ({
    tax_rate,
    totals: sumsIn(totals),
  }));
  const all = addUp(lines.map(({ totals }) => totals));
  const due = String(all.total > 0n ? all.total : 0n);
  const balance = details['totals']['balance'] === '0' ? '0' : due;
  const rates = [...new Set(lines.map(({ tax_rate }) => tax_rate))];
  return {
    ...details,
    totals: { ...details['totals'], ...printed(all), grand_total: due, grand_total_tax: String(all.tax), balance },
    tax_rates_used: rates.map((tax_rate) => ({
      tax_rate,
      totals: printed(addUp(lines.filter((line) => line.tax_rate === tax_rate).map(({ totals }) => totals))),
    })),
  };
}

function addUp(all: readonly Sums[]): Sums {
  const of = (name: keyof Sums) => all.reduce((sum, one) => sum + one[name], 0n);
  return { subtotal: of('subtotal'), discount: of('discount'), tax: of('tax'), total: of('total') };
}

function readLine(json: JsonObject, entity: JsonObject): Line {
  return {
    json,
    entity,
    quantity: amountIn(json['quantity']),
    rate: BigInt(Math.round(Number(json['tax_rate']) * Number(million))),
    unit: sumsIn(json['unit_totals']),
    line: sumsIn(json['totals']),
  };
}

/** Returns sums with other amounts, and the total that they have then. */
export function sumsWith(sums: Sums, changed: Partial<Sums>): Sums {
  const { subtotal, discount, tax } = { ...sums, ...changed };
  return { subtotal, discount, tax, total: subtotal - discount + tax };
}

/** Returns sums times a number. */
export function sumsTimes(sums: Sums, factor: bigint): Sums {
  const { subtotal, discount, tax } = sums;
  return sumsWith(sums, { subtotal: subtotal * factor, discount: discount * factor, tax: tax * factor });
}

/** Returns the tax on an amount. */
export function taxOn(amount: bigint, { rate }: Line, rounding: 'up' | 'down' | 'half-up' | 'half-down'): bigint {
  const more = { up: million - 1n, down: 0n, 'half-up': million / 2n, 'half-down': million / 2n - 1n }[rounding];
  return (amount * rate + more) / million;
}

/** Prints sums under a name, and formatted ones where they were. */
function printedAs(name: string, sums: Sums, line: JsonObject): JsonObject {
  const formatted = line[`formatted_${name}`];
  if (!isObject(formatted)) return { [name]: printed(sums) };
  const again = Object.entries(printed(sums)).map(([field, amount]) => [field, formatLike(formatted[field], amount)]);
  return { [name]: printed(sums), [`formatted_${name}`]: Object.fromEntries(again) };
}

function formatLike(before: Json | undefined, amount: string): string {
  const text = String(before);
  const decimals = text.includes('.') ? 2 : 0;
  const digits = amount.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${/^\D*/.exec(text)?.[0]}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

function sumsIn(json: Json | undefined): Sums {
  const sums = isObject(json) ? json : {};
  const of = (name: string) => amountIn(sums[name]);
  return { subtotal: of('subtotal'), discount: of('discount'), tax: of('tax'), total: of('total') };
}

function printed({ subtotal, discount, tax, total }: Sums): Record<keyof Sums, string> {
  return { subtotal: String(subtotal), discount: String(discount), tax: String(tax), total: String(total) };
}

/** Reads an amount; zero for anything else. */
export function amountIn(json: Json | undefined): bigint {
  return (typeof json === 'string' || typeof json === 'number') && /^-?\d+$/.test(String(json)) ? BigInt(json) : 0n;
}

function objectsIn(json: Json | undefined): JsonObject[] {
  return Array.isArray(json) ? json.filter(isObject) : [];
}
