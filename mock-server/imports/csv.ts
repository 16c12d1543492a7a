import { CsvError, parse } from 'csv-parse/sync';
import { isTooDeep } from '#openapi/document/json-depth.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { storeCustomData } from '../resources/custom-data.ts';
import type { Moment } from '../time/moment.ts';
import { formatTimestamp } from '../time/timestamp.ts';
import type { ImportRow } from './source.ts';

/** Context for the fields that a source leaves out. */
export type ImportDefaults = Moment & { makeId: (prefix: 'ctm' | 'add') => string };

/**
 * Other column names. Names of the API's own fields are accepted in any case and with spaces.
 *
 * The columns are Paddock's own: Paddle exports transactions, adjustments, products, prices and discounts alone.
 *
 * @see https://developer.paddle.com/build/reports
 */
const otherNames: Readonly<Record<string, string>> = {
  customer_email: 'email',
  email_address: 'email',
  customer_name: 'name',
  full_name: 'name',
  address_id: 'id',
  address_line_1: 'first_line',
  address_line_2: 'second_line',
  address_first_line: 'first_line',
  address_second_line: 'second_line',
  address_city: 'city',
  address_region: 'region',
  state: 'region',
  postcode: 'postal_code',
  zip: 'postal_code',
  address_postal_code: 'postal_code',
  country: 'country_code',
  address_country_code: 'country_code',
};

type Cells = Record<string, string>;

/**
 * Reads customers or addresses from a CSV file with a header. The kind of a row follows from its ID, otherwise it is
 * an address if there is a column for the country. Missing columns get the defaults of a new entity.
 *
 * @throws UsageError for invalid CSV
 */
export function* readCsv(text: string, defaults: ImportDefaults): Generator<ImportRow> {
  let columns: string[] | undefined;
  let linesBefore = 0;
  for (const piece of piecesOf(text)) {
    const records = parseCsv(piece, columns ?? ((header) => (columns = nameColumns(header))));
    for (const { record, info } of records) {
      yield { row: linesBefore + info.lines, entity: entityOf(record, defaults), isIdMade: !record['id'] };
    }
    linesBefore += piece.split('\n').length - 1;
  }
}

/** Minimum length of a piece, in characters. */
const pieceLength = 16_384;

/** Cuts a text at line ends outside of quotes, so that parsing a piece blocks only briefly. */
function* piecesOf(text: string): Generator<string> {
  let start = 0;
  let quotes = 0;
  let counted = 0;
  for (let end = text.indexOf('\n', pieceLength); end !== -1; end = text.indexOf('\n', end + 1)) {
    if (end < start + pieceLength) continue;
    quotes += text.slice(counted, end).split('"').length - 1;
    counted = end;
    if (quotes % 2 === 1) continue;
    yield text.slice(start, end + 1);
    start = end + 1;
    end = Math.min(text.length, start + pieceLength);
  }
  if (start < text.length) yield text.slice(start);
}

type Columns = string[] | ((header: string[]) => string[]);

function parseCsv(text: string, columns: Columns): { record: Cells; info: { lines: number } }[] {
  try {
    // `info` returns each record with its line, which the types do not reflect.
    return parse(text, { bom: true, columns, info: true, skip_empty_lines: true, trim: true }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(`Could not read the CSV: ${error.message}. Correct it and import again; nothing was added.`);
  }
}

function nameColumns(header: string[]): string[] {
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  // In a file of customers, the customer ID column may be the row's own ID; in one of addresses it is the owner's.
  const isOfCustomers = !names.includes('id') && names.some((name) => otherNames[name] === 'email' || name === 'email');
  return names.map((name) => (isOfCustomers && name === 'customer_id' ? 'id' : (otherNames[name] ?? name)));
}

function entityOf(cells: Cells, defaults: ImportDefaults): Record<string, unknown> {
  const isAddress = cells.id ? cells.id.startsWith('add_') : 'country_code' in cells;
  const base = isAddress ? newAddress(defaults) : newCustomer(defaults);
  const given = Object.entries(cells).filter(([, text]) => text !== '');
  return { ...base, ...Object.fromEntries(given.map(([name, text]) => [name, readCell(name, text, defaults)])) };
}

function newCustomer(defaults: ImportDefaults) {
  const locale = defaults.behaviours['customer-locale-default'] === 'null' ? null : 'en';
  return { id: defaults.makeId('ctm'), name: null, marketing_consent: false, locale, ...newEntity(defaults) };
}

function newAddress(defaults: ImportDefaults) {
  const empty = { description: null, first_line: null, second_line: null, city: null, postal_code: null, region: null };
  return { id: defaults.makeId('add'), ...empty, ...newEntity(defaults) };
}

function newEntity({ now, behaviours }: ImportDefaults) {
  const custom_data = storeCustomData(undefined, behaviours);
  return { custom_data, status: 'active', created_at: now, updated_at: now, import_meta: null };
}

/** Parses a cell. An unparsable one stays text, and is rejected by the validation, with the field's name. */
function readCell(name: string, text: string, { behaviours }: ImportDefaults): unknown {
  switch (name) {
    case 'marketing_consent':
      return /^(true|yes|1)$/i.test(text) || (/^(false|no|0)$/i.test(text) ? false : text);
    case 'status':
      return text.toLowerCase();
    case 'country_code':
      return text.toUpperCase();
    case 'custom_data':
    case 'import_meta':
      return parsedOr(text);
    case 'created_at':
    case 'updated_at': {
      const time = Date.parse(text);
      return Number.isNaN(time) ? text : formatTimestamp(time, behaviours.timestamps);
    }
    default:
      return text;
  }
}

function parsedOr(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? text : value;
  } catch {
    return text;
  }
}
