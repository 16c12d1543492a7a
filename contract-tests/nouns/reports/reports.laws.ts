import { parse } from 'csv-parse/sync';
import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import { unknownId } from '../arrange.ts';
import { eventsOf } from '../events/arrange.ts';
import { seller } from '../metrics/arrange.ts';
import { fillReports } from './arrange.ts';

type Row = Readonly<Record<string, string>>;

/** Opens an account with sales, and says how to make and to read a report in it. */
async function reporter(context: TestContext) {
  const visit = context.target.can.visit ?? context.skip('links of the target cannot be opened');
  const { account, clock, sell } = await seller(context);
  const create = async (body: object) => (await account.call('createReport', { body })).data;
  const linkOf = async (id: string) => (await account.call('getReportCsv', { path: { report_id: id } })).data.url;
  const read = async (id: string): Promise<Row[]> => {
    const { status, text } = await visit(await linkOf(id));
    expect(status).toBe(200);
    return parse(text, { columns: true, relax_column_count: false });
  };
  /** Creates a report, waits for it and opens its file. */
  const rowsOf = async (body: object): Promise<Row[]> => {
    const { id } = await create(body);
    await clock.advance(account, { minutes: 1 });
    const { data } = await account.call('getReport', { path: { report_id: id } });
    expect(data.status).toBe('ready');
    if (data.rows === 0) return [];
    const rows = await read(id);
    expect(rows).toHaveLength(data.rows ?? -1);
    return rows;
  };
  return { account, clock, sell, create, linkOf, rowsOf, visit };
}

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('reports: a report is pending, then ready for fourteen days, then expired', async (context) => {
    const { account, clock, sell, create, linkOf } = await reporter(context);
    await sell(1000);
    const created = await create({ type: 'transactions' });
    expect(created).toMatchObject({
      type: 'transactions',
      filters: [],
      status: 'pending',
      rows: null,
      expires_at: null,
    });
    expect(created.id).toMatch(/^rep_[a-z\d]{26}$/);
    const path = { report_id: created.id };
    expect(await account.refusal('getReportCsv', { path })).toMatchObject({ status: 400, code: 'report_not_ready' });
    await clock.advance(account, { minutes: 1 });
    const { data: ready } = await account.call('getReport', { path });
    expect(ready).toMatchObject({ status: 'ready', rows: 1 });
    expect(Date.parse(ready.expires_at ?? '') - Date.parse(ready.updated_at)).toBe(14 * 86_400_000);
    await linkOf(created.id);
    await clock.advance(account, { days: 14 });
    expect((await account.call('getReport', { path })).data.status).toBe('expired');
    expect(await account.refusal('getReportCsv', { path })).toMatchObject({ status: 400, code: 'report_expired' });
    const all = (await eventsOf(account)).filter(({ event_type }) => event_type.startsWith('report.'));
    const announced = behaviours['webhook-events'] === 'all' ? ['pending', 'ready', 'expired'] : [];
    expect(all.map(({ data }) => data['status'])).toEqual(announced);
    if (announced.length > 0)
      expect(all.map(({ event_type }) => event_type)).toEqual(['report.created', 'report.updated', 'report.updated']);
  });

  test('reports: the link to a file works for three minutes', async (context) => {
    const { account, clock, sell, create, linkOf, visit } = await reporter(context);
    await sell(1000);
    const { id } = await create({ type: 'transactions' });
    await clock.advance(account, { minutes: 1 });
    const url = await linkOf(id);
    await clock.advance(account, { seconds: 179 });
    expect((await visit(url)).status).toBe(200);
    await clock.advance(account, { seconds: 2 });
    expect((await visit(url)).status).toBe(410);
    expect((await visit(url.replace(id, unknownId('rep')))).status).toBe(404);
  });

  test('reports: transactions have the figures of the API, in the order of their last changes', async (context) => {
    const { account, clock, sell, rowsOf } = await reporter(context);
    const first = await sell(1000);
    await clock.advance(account, { days: 1 });
    const second = await sell(2500);
    const rows = await rowsOf({ type: 'transactions' });
    expect(rows.map(({ id }) => id)).toEqual([first.id, second.id]);
    const { data } = await account.call('getTransaction', { path: { transaction_id: first.id } });
    const { grand_total, tax, fee, earnings } = data.details.totals;
    const { id, status, customer_id, currency_code, created_at, updated_at } = data;
    expect(rows[0]).toMatchObject({
      id,
      status,
      customer_id,
      currency_code,
      created_at,
      updated_at,
      grand_total,
      tax,
      fee,
      earnings,
    });
    expect(rows[0]).toMatchObject({ address_country_code: 'US', price_ids: data.items[0]?.price?.id, business_id: '' });
    const lines = await rowsOf({ type: 'transaction_line_items' });
    expect(lines.map((line) => [line['transaction_id'], line['quantity'], line['subtotal']])).toEqual([
      [first.id, '2', '2000'],
      [second.id, '2', '5000'],
    ]);
  });

  test('reports: filters choose by value and by time', async (context) => {
    const { account, clock, sell, rowsOf } = await reporter(context);
    const first = await sell(1000);
    await clock.advance(account, { days: 1 });
    const second = await sell(2500);
    const items = second.items.map(({ price }) => ({ price_id: price?.id, quantity: 1 }));
    const { data: draft } = await account.call('createTransaction', { body: { items } });
    const ids = async (...filters: object[]) => (await rowsOf({ type: 'transactions', filters })).map(({ id }) => id);
    const noon = second.updated_at;
    expect(await ids({ name: 'status', operator: null, value: ['completed'] })).toEqual([first.id, second.id]);
    expect(await ids({ name: 'status', value: 'draft' })).toEqual([draft.id]);
    expect(await ids({ name: 'updated_at', operator: 'lt', value: noon })).toEqual([first.id]);
    expect(
      await ids({ name: 'updated_at', operator: 'gte', value: noon }, { name: 'status', value: ['completed'] }),
    ).toEqual([second.id]);
    expect(await ids({ name: 'currency_code', value: ['EUR'] })).toEqual([]);
    expect(await ids({ name: 'currency_code', value: ['EUR', 'USD'] })).toHaveLength(3);
  });

  test('reports: every type has a row for each thing that it is about', async (context) => {
    const { account, clock, sell, rowsOf } = await reporter(context);
    const { id } = await sell(1000);
    const body = { action: 'refund', type: 'full', transaction_id: id, reason: 'Said: "no, thanks"' } as const;
    const { data: refund } = await account.call('createAdjustment', { body });
    const terms = { description: '=1+1', type: 'percentage', amount: '10' } as const;
    const { data: discount } = await account.call('createDiscount', { body: terms });
    await clock.advance(account, { minutes: 20 });
    const [adjustment] = await rowsOf({ type: 'adjustments' });
    expect(adjustment).toMatchObject({ id: refund.id, transaction_id: id, status: 'approved', reason: body.reason });
    expect(await rowsOf({ type: 'adjustment_line_items' })).toMatchObject([
      { adjustment_id: refund.id, item_id: refund.items[0]?.item_id },
    ]);
    const [priced] = await rowsOf({ type: 'products_prices' });
    expect(priced).toMatchObject({ price_unit_price_amount: '1000', price_status: 'active', product_status: 'active' });
    // A text that a spreadsheet would compute stays a text.
    expect(await rowsOf({ type: 'discounts' })).toMatchObject([
      { id: discount.id, description: "'=1+1", amount: '10' },
    ]);
    const movements = await rowsOf({ type: 'payout_reconciliation' });
    expect(movements.map((row) => row['balance_movement_type'])).toEqual(['sale', 'refund']);
    const gross = movements.map((row) => Number(row['gross_in_balance_currency']));
    expect(gross.reduce((sum, amount) => sum + amount, 0)).toBe(0);
    expect(await rowsOf({ type: 'balance' })).toHaveLength(2);
    const only = [{ name: 'balance_movement_type', value: ['refund'] }];
    expect(await rowsOf({ type: 'payout_reconciliation', filters: only })).toMatchObject([
      { adjustment_id: refund.id },
    ]);
    const checkouts = await rowsOf({ type: 'checkouts', filters: [{ name: 'customer_country_code', value: ['US'] }] });
    expect(checkouts).toMatchObject([{ transaction_id: id, is_converted: 'true', customer_country_code: 'US' }]);
  });

  test('reports: a report has the columns that are documented', async (context) => {
    const { sell, rowsOf } = await reporter(context);
    const sold = await sell(1000);
    const buyer = ['invoice_number', 'customer_id', 'customer_email', 'address_id', 'address_country_code'];
    const company = ['business_id', 'business_name'];
    const times = ['created_at', 'updated_at', 'billed_at'];
    const [row] = await rowsOf({ type: 'transactions' });
    const first = ['id', 'status', ...buyer, ...company, 'price_ids', 'discount_ids', 'subscription_id', ...times];
    expect(Object.keys(row ?? {}).slice(0, first.length)).toEqual(first);
    const [line] = await rowsOf({ type: 'transaction_line_items' });
    const item = ['subscription_id', 'id', 'product_id', 'product_name'];
    const begin = ['transaction_id', 'transaction_status', ...buyer, ...company, ...item];
    expect(Object.keys(line ?? {}).slice(0, begin.length)).toEqual(begin);
    const [movement] = await rowsOf({ type: 'payout_reconciliation' });
    const { fee, earnings, subtotal } = sold.details.payout_totals ?? {};
    expect(movement).toMatchObject({
      remittance_reference: '',
      balance_movement_type: 'sale',
      customer_email: row?.['customer_email'],
      reason: '',
      subtotal_in_transaction_currency: sold.details.totals.subtotal,
      subtotal_in_balance_currency: subtotal,
      paddle_fee_in_transaction_currency: sold.details.totals.fee,
      paddle_fee_in_balance_currency: fee,
      fx_fee_in_balance_currency: '0',
      chargeback_fee_in_balance_currency: '0',
      balance_movement_in_balance_currency: earnings,
    });
  });

  test('reports: a report without rows has no file', async (context) => {
    const { account, clock, create } = await reporter(context);
    const { id } = await create({ type: 'adjustments' });
    await clock.advance(account, { minutes: 1 });
    const path = { report_id: id };
    expect((await account.call('getReport', { path })).data).toMatchObject({ status: 'ready', rows: 0 });
    expect(await account.refusal('getReportCsv', { path })).toMatchObject({ status: 400, code: 'report_empty' });
  });

  test('reports: filters of another type, more than ten, and those of a wrong form are refused', async () => {
    const account = target.newAccount();
    const many = Array.from({ length: 11 }, () => ({ name: 'status', value: ['draft'] }));
    for (const [filters, field] of [
      [[{ name: 'action', value: ['refund'] }], 'filters.0.name'],
      [
        [
          { name: 'status', value: ['draft'] },
          { name: 'updated_at', value: '2026-07-01T00:00:00Z' },
        ],
        'filters.1.operator',
      ],
      [[{ name: 'status', operator: 'lt', value: ['draft'] }], 'filters.0.operator'],
      [[{ name: 'updated_at', operator: 'gte', value: 'yesterday' }], 'filters.0.value'],
      [many, 'filters'],
    ] as const) {
      const body = { type: 'transactions', filters };
      expect(await account.refusal('createReport', { body }), field).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [expect.objectContaining({ field })],
      });
    }
    expect((await account.call('listReports', { query: { status: 'pending', per_page: 1 } })).data).toEqual([]);
  });

  test('reports: a second report is refused while one is pending, and the hundred-and-first of a day', async (context) => {
    const clock = context.target.can.clock ?? context.skip('the clock of the target cannot be moved');
    if (!context.target.can.seed) context.skip('the target cannot be seeded with reports');
    const account = context.target.newAccount();
    await clock.set(account, { now: '2026-07-01T00:00:00Z', frozen: true });
    await fillReports(account);
    const body = { type: 'discounts' as const };
    const another = await account.refusal('createReport', { body });
    expect(another).toMatchObject({ status: 400, code: 'report_creation_limit_exceeded' });
    const { headers } = await account.request('POST', '/reports', { body });
    expect(headers.get('retry-after')).toBe(String(86_400 - 60));
    await clock.advance(account, { days: 1 });
    await account.call('createReport', { body });
    const pending = await account.refusal('createReport', { body: { type: 'transactions' } });
    expect(pending).toMatchObject({ status: 400, code: 'concurrent_report_generation_not_allowed' });
    await clock.advance(account, { seconds: 14 });
    await account.call('createReport', { body });
  });

  test('get-404: a report that does not exist is not found', async () => {
    const path = { report_id: unknownId('rep') };
    for (const operation of ['getReport', 'getReportCsv'] as const)
      expect(await target.newAccount().refusal(operation, { path })).toMatchObject({ status: 404, code: 'not_found' });
  });
});
