import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildAddress, buildCustomer, buildSubscription, loadSeed } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../index.ts';

describe.each(['guide', 'official'] as const)('under the profile %s, importing', (profile) => {
  let paddock: Paddock;
  beforeEach(async () => {
    paddock = await startPaddock({ profile, seed: 1, rateLimit: false });
  });
  afterEach(() => paddock.close());

  async function get(path: string) {
    const headers = { Authorization: `Bearer ${paddock.apiKey}` };
    return (await (await fetch(paddock.url + path, { headers })).json()).data;
  }

  test('a CSV file of customers adds the valid ones, and reports the faults of the others', async () => {
    const csv = [
      'Customer ID,Email,Full name,Marketing consent,Created at,Custom data',
      'ctm_01h8441jn5pcwrfhwh78jqt8hk,sam@example.com,"Miller, Sam",Yes,2024-04-11 15:57:24Z,"{""plan"":""pro""}"',
      'ctm_01h8441jn5pcwrfhwh78jqt8hm,no address,,,,',
      ',new@example.com,,,,',
      'add_01h8441jn5pcwrfhwh78jqt8hk,who@example.com,,,,',
    ].join('\r\n');
    const response = await fetch(`${paddock.url}/_paddock/import`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: `\uFEFF${csv}`,
    });
    const { accepted, refused } = await response.json();
    expect(accepted.customers).toBe(2);
    expect(refused).toMatchObject([
      { row: 3, id: 'ctm_01h8441jn5pcwrfhwh78jqt8hm', faults: [{ field: 'email', reason: expect.any(String) }] },
      { row: 5, id: 'add_01h8441jn5pcwrfhwh78jqt8hk' },
    ]);
    const sam = await get('/customers/ctm_01h8441jn5pcwrfhwh78jqt8hk');
    expect(sam).toMatchObject({ name: 'Miller, Sam', marketing_consent: true, custom_data: { plan: 'pro' } });
    expect(Date.parse(sam.created_at)).toBe(Date.parse('2024-04-11T15:57:24Z'));
    expect(await get('/customers?email=new@example.com')).toHaveLength(1);
  });

  test('a CSV file of addresses needs their customers', async () => {
    const customer = buildCustomer({ profile });
    await paddock.seed({ customers: [customer] });
    const csv = `customer_id,Country,Address line 1,ZIP,City\n${customer.id},de,Weg 1,10115,Berlin\nctm_01h8441jn5pcwrfhwh78jqt8hk,DE,,,\n`;
    const { accepted, refused } = await paddock.import({ csv });
    expect(accepted.addresses).toBe(1);
    expect(refused).toMatchObject([{ row: 3, id: null, faults: [{ field: 'customer_id' }] }]);
    const [address] = await get(`/customers/${customer.id}/addresses`);
    expect(address).toMatchObject({ country_code: 'DE', first_line: 'Weg 1', postal_code: '10115', city: 'Berlin' });
  });

  test('recorded lists, single entities and mixed arrays adds owners first', async () => {
    const recorded = [
      { data: [buildAddress({ seed: 1, profile })], meta: { request_id: 'b15ec92e-8688-40d4-a04d-f44cbec93355' } },
      { data: buildCustomer({ seed: 1, profile }) },
      [buildCustomer({ seed: 2, profile })],
      { id: 'no ID of Paddle' },
      7,
    ];
    const { accepted, refused } = await paddock.import({ recorded });
    expect(accepted).toMatchObject({ customers: 2, addresses: 1 });
    expect(refused.map(({ row, faults: [fault] }) => [row, fault?.field])).toEqual([
      [4, 'id'],
      [5, 'id'],
    ]);
  });

  test('reports refused rows, with the full path of the field', async () => {
    const customer = buildCustomer({ seed: 1, profile });
    const subscription = buildSubscription({ seed: 2, profile });
    const recorded = [
      customer,
      { ...subscription, billing_cycle: { ...subscription.billing_cycle, interval: 'decade' } },
      buildAddress({ seed: 3, profile }),
      { ...customer, id: 'no ID of Paddle' },
      { ...customer, id: 7 },
      'ctm_01h8441jn5pcwrfhwh78jqt8hk',
      customer,
    ];
    const { accepted, refused } = await paddock.import({ recorded });
    expect(accepted).toMatchObject({ customers: 1, addresses: 1, businesses: 0, subscriptions: 0, transactions: 0 });
    const faults = [{ field: 'id', reason: expect.stringContaining('subscription') }];
    expect(refused).toEqual([
      { row: 2, id: subscription.id, faults: [{ field: 'billing_cycle.interval', reason: expect.any(String) }] },
      { row: 4, id: 'no ID of Paddle', faults },
      { row: 5, id: null, faults },
      { row: 6, id: null, faults },
    ]);
    expect(await paddock.import({ recorded: customer })).toMatchObject({
      refused: [{ row: 1, id: customer.id, faults: [{ field: 'id', reason: `${customer.id} already exists` }] }],
    });
  });

  test('reports all faults of a row', async () => {
    const { email: _, ...customer } = buildCustomer({ profile });
    const { refused } = await paddock.import({ recorded: { ...customer, name: 7, locale: false } });
    expect(refused).toHaveLength(1);
    expect(refused[0]?.faults.map(({ field }) => field).sort()).toEqual(['email', 'locale', 'name']);
  });

  test('exported responses into another account gives the same responses there', async () => {
    await paddock.seed(profile === 'guide' ? loadSeed('small-saas') : { customers: [buildCustomer({ profile })] });
    const data = await get('/customers?per_page=200');
    const other = await startPaddock({ profile, fixtures: { recorded: { data } } });
    const headers = { Authorization: `Bearer ${other.apiKey}` };
    expect((await (await fetch(`${other.url}/customers?per_page=200`, { headers })).json()).data).toEqual(data);
    await other.close();
  });

  test('invalid CSV adds nothing, and neither do fixtures with an invalid row', async () => {
    await expect(paddock.import({ csv: 'email\n"sam@example.com\n' })).rejects.toThrow('Could not read the CSV');
    await expect(startPaddock({ profile, fixtures: { csv: 'email\nno address\n' } })).rejects.toThrow('row 2: email');
  });
});
