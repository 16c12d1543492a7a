import fc from 'fast-check';
import { storedCustomData } from '../../arbitraries/custom-data.ts';
import { missingRequiredField, tooLong, unknownField, valueOutsideEnum } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';
import { createPrice, createProduct, type Price } from '../catalogue.ts';
import { awaitEvents, newestEvent } from '../events/arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { type PriceUpdate, priceCreate, priceUpdate } from './arbitrary.ts';

const usd = (amount: string) => ({ amount, currency_code: 'USD' });

async function updatePrice(account: Account, { id }: Price, body: object): Promise<Price> {
  return (await account.call('updatePrice', { path: { price_id: id }, body })).data;
}

async function readPrice(account: Account, { id }: Price): Promise<Price> {
  return (await account.call('getPrice', { path: { price_id: id } })).data;
}

/** IDs of the prices in a list that is narrowed to some. */
async function listedIds(account: Account, prices: readonly Price[], query: object = {}): Promise<string[]> {
  const id = prices.map((price) => price.id).join();
  return (await account.call('listPrices', { query: { id, ...query } })).data.map((price) => price.id);
}

/** Returns a trial period as it is stored. */
function storedTrial(trial: PriceUpdate['trial_period']) {
  return trial ? { requires_payment_method: true, unit_price: null, unit_price_overrides: [], ...trial } : null;
}

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const valid = priceCreate(behaviours);

  /** The price that a create body makes, but for its ID and times. */
  function priceOf(body: PriceUpdate) {
    const { custom_data = null, trial_period, ...fields } = body;
    return {
      type: 'standard',
      name: null,
      billing_cycle: null,
      tax_mode: 'account_setting',
      unit_price_overrides: [],
      quantity: { minimum: 1, maximum: 100 },
      ...fields,
      trial_period: storedTrial(trial_period),
      status: 'active',
      custom_data: storedCustomData(custom_data, behaviours),
      import_meta: null,
    };
  }

  test('prices: a price is read back as it was sent, with defaults for the rest', async () => {
    const account = target.newAccount();
    const product_id = (await createProduct(account)).id;
    const property = fc.asyncProperty(valid, async (sent) => {
      const body = { ...sent, product_id };
      const created = (await account.call('createPrice', { body: Object(body) })).data;
      const { id, created_at, updated_at, ...rest } = created;
      expect(id).toMatch(/^pri_[a-z\d]{26}$/);
      expect(rest).toEqual(priceOf(body));
      expect(updated_at).toBe(created_at);
      expect(await readPrice(account, created)).toEqual(created);
      const query = { id, type: created.type };
      expect((await account.call('listPrices', { query })).data).toEqual([created]);
    });
    await assertProperty(property);
  });

  test('prices: a price of 10 pounds and nothing more is charged once, by the tax mode of the account', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const unit_price = { amount: '1000', currency_code: 'GBP' };
    expect(await createPrice(account, product, { description: 'Annual (per seat)', unit_price })).toMatchObject({
      product_id: product.id,
      description: 'Annual (per seat)',
      billing_cycle: null,
      trial_period: null,
      tax_mode: 'account_setting',
      unit_price,
      unit_price_overrides: [],
      status: 'active',
      quantity: { minimum: 1, maximum: 100 },
    });
  });

  test('prices: an invalid body is refused, names the field, and creates nothing', async () => {
    const account = target.newAccount();
    const product_id = (await createProduct(account)).id;
    const whole = valid.map((body) => ({ ...body, product_id }));
    const invalid = fc.oneof(
      missingRequiredField(whole, 'description'),
      missingRequiredField(whole, 'product_id'),
      missingRequiredField(whole, 'unit_price'),
      tooLong(whole, 'description', 500),
      tooLong(whole, 'name', 150),
      valueOutsideEnum(whole, 'tax_mode', ['', 'inclusive', 'Location']),
      valueOutsideEnum(whole, 'type', ['', 'catalog']),
      unknownField(whole, ['status', 'import_meta', 'product', 'updated_at']),
    );
    const property = fc.asyncProperty(invalid, async (one) => {
      expectRefused(await account.refusal('createPrice', { body: one.body }), one);
    });
    await assertProperty(property);
    expect((await account.call('listPrices', { query: { product_id } })).data).toEqual([]);
  });

  test('prices: a quantity below one, a maximum below the minimum, and amounts that are no whole numbers are refused', async () => {
    const account = target.newAccount();
    const product_id = (await createProduct(account)).id;
    for (const [fields, field, message] of [
      [{ quantity: { minimum: 0, maximum: 1 } }, 'quantity.minimum', 'Must be greater than or equal to 1'],
      [{ quantity: { minimum: 5, maximum: 4 } }, 'quantity', 'Invalid request.'],
      [{ unit_price: usd('-1') }, 'unit_price.amount', ''],
      [{ unit_price: usd('15.00') }, 'unit_price.amount', ''],
      [{ unit_price: usd('') }, 'unit_price.amount', ''],
      [{ description: ' \t ' }, 'description', ''],
    ] as const) {
      const body = { product_id, description: 'Monthly', unit_price: usd('1500'), ...fields };
      expect(await account.refusal('createPrice', { body }), JSON.stringify(fields)).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [{ field, message: expect.stringContaining(message) }],
      });
    }
  });

  test('price-references: a product that does not exist is not found, and an archived one gets no prices', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const bodyFor = (product_id: string) => ({ product_id, description: 'Monthly', unit_price: usd('1500') });
    const unknown = await account.refusal('createPrice', { body: bodyFor(unknownId('pro')) });
    expect(unknown).toMatchObject({ status: 404, code: 'not_found' });
    await account.call('updateProduct', { path: { product_id: product.id }, body: { status: 'archived' } });
    const refusal = await account.refusal('createPrice', { body: bodyFor(product.id) });
    expect(refusal).toMatchObject({ status: 400, code: 'entity_archived' });
    expect(refusal.detail).toBe(`Product ${product.id} is archived and cannot be modified.`);
  });

  test('create-status-code: creating a price answers 201', async () => {
    const account = target.newAccount();
    const body = { product_id: (await createProduct(account)).id, description: 'Monthly', unit_price: usd('1500') };
    expect((await account.request('POST', '/prices', { body })).status).toBe(201);
  });

  test('get-404: a price that does not exist is not found', async () => {
    const account = target.newAccount();
    const path = { price_id: unknownId('pri') };
    for (const refusal of [
      await account.refusal('getPrice', { path }),
      await account.refusal('updatePrice', { path, body: { name: 'Nothing' } }),
    ]) {
      expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('patch-partial: an update of a price changes the fields that are sent', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const property = fc.asyncProperty(valid, priceUpdate(behaviours), async (body, update) => {
      const before = await createPrice(account, product, body);
      const after = await updatePrice(account, before, update);
      const { custom_data = before.custom_data, trial_period, ...fields } = update;
      const trial = trial_period && { ...before.trial_period, ...trial_period };
      expect(after).toEqual({
        ...before,
        ...fields,
        trial_period: trial === undefined ? before.trial_period : storedTrial(trial),
        custom_data: storedCustomData(custom_data, behaviours),
        updated_at: after.updated_at,
      });
      expect(await readPrice(account, before)).toEqual(after);
    });
    await assertProperty(property, 40);
  });

  test('patch-partial: a price keeps what an update may not set', async () => {
    const account = target.newAccount();
    const price = await createPrice(account, await createProduct(account));
    for (const field of ['id', 'product_id', 'created_at', 'import_meta']) {
      const path = { price_id: price.id };
      expect(await account.refusal('updatePrice', { path, body: { [field]: 'x' } }), field).toMatchObject({
        status: 400,
        code: 'bad_request',
      });
    }
    expect(await readPrice(account, price)).toEqual(price);
  });

  test('price-archiving: an archived price is refused as archived until an update makes it active', async () => {
    const account = target.newAccount();
    const price = await createPrice(account, await createProduct(account));
    const path = { price_id: price.id };
    const archived = await updatePrice(account, price, { status: 'archived' });
    expect(archived).toMatchObject({ status: 'archived' });
    for (const body of [{}, { name: 'New' }, { status: 'archived' }]) {
      const refusal = await account.refusal('updatePrice', { path, body });
      expect(refusal).toMatchObject({ status: 400, code: 'entity_archived' });
      expect(refusal.detail).toBe(`Price ${price.id} is archived and cannot be modified.`);
    }
    expect(await readPrice(account, price)).toEqual(archived);
    const active = await updatePrice(account, price, { status: 'active', name: 'New' });
    expect(active).toMatchObject({ status: 'active', name: 'New' });
  });

  test('price-lists: prices are found by product, billing cycle and type, newest first, and custom ones on request', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const other = await createProduct(account);
    const once = await createPrice(account, product);
    const monthly = await createPrice(account, product, { billing_cycle: { interval: 'month', frequency: 1 } });
    const quarterly = await createPrice(account, other, { billing_cycle: { interval: 'month', frequency: 3 } });
    const yearly = await createPrice(account, other, { billing_cycle: { interval: 'year', frequency: 1 } });
    const custom = await createPrice(account, product, { type: 'custom' });
    const all = [once, monthly, quarterly, yearly, custom];
    for (const [query, found] of [
      [{}, [yearly, quarterly, monthly, once]],
      [{ product_id: product.id }, [monthly, once]],
      [{ product_id: `${product.id},${other.id}` }, [yearly, quarterly, monthly, once]],
      [{ recurring: 'true' }, [yearly, quarterly, monthly]],
      [{ recurring: 'True' }, [yearly, quarterly, monthly]],
      [{ recurring: 'false' }, [once]],
      [{ 'billing_cycle.interval': 'month' }, [quarterly, monthly]],
      [{ 'billing_cycle.interval': 'month,year' }, [yearly, quarterly, monthly]],
      [{ 'billing_cycle.interval': 'month', recurring: 'false' }, []],
      [{ 'billing_cycle.frequency': 1 }, [yearly, monthly]],
      [{ 'billing_cycle.frequency': 1, 'billing_cycle.interval': 'month' }, [monthly]],
      [{ type: 'custom' }, [custom]],
      [{ type: 'standard', recurring: 'false' }, [once]],
    ] as const)
      expect(await listedIds(account, all, query), JSON.stringify(query)).toEqual(found.map(({ id }) => id));
  });

  const shown = behaviours['list-default-status'];
  test(`price-archiving: a list without status shows ${shown} prices`, async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const active = await createPrice(account, product);
    const archived = await updatePrice(account, await createPrice(account, product), { status: 'archived' });
    const all = [active, archived];
    expect(await listedIds(account, all)).toEqual(shown === 'all' ? [archived.id, active.id] : [active.id]);
    expect(await listedIds(account, all, { status: 'archived' })).toEqual([archived.id]);
  });

  test('price-lists: prices are sorted by each published field, and a walk finds each of them once', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const other = await createProduct(account);
    const first = await createPrice(account, other, {
      unit_price: { amount: '900', currency_code: 'USD' },
      tax_mode: 'internal',
      billing_cycle: { interval: 'year', frequency: 2 },
      quantity: { minimum: 2, maximum: 9 },
    });
    const second = await createPrice(account, product, {
      unit_price: { amount: '10000', currency_code: 'EUR' },
      tax_mode: 'external',
      billing_cycle: { interval: 'month', frequency: 10 },
      quantity: { minimum: 10, maximum: 10 },
    });
    const third = await updatePrice(account, await createPrice(account, product), { status: 'archived' });
    const all = [first, second, third];
    const [one, two, three] = all.map(({ id }) => id);
    for (const [field, ids] of [
      ['id', [one, two, three]],
      ['product_id', [two, three, one]],
      ['unit_price.amount', [one, three, two]],
      ['unit_price.currency_code', [two, one, three]],
      ['tax_mode', [three, two, one]],
      ['quantity.minimum', [three, one, two]],
      ['quantity.maximum', [one, two, three]],
      // A price without a billing cycle comes first.
      ['billing_cycle.interval', [three, two, one]],
      ['billing_cycle.frequency', [three, one, two]],
      ['status', [one, two, three]],
    ] as const) {
      const query = { status: 'active,archived', order_by: `${field}[ASC]` };
      expect(await listedIds(account, all, query), field).toEqual(ids);
      const walked = [];
      for (let after: string | undefined; walked.length < 3; after = walked.at(-1)) {
        const page = { status: 'active,archived', order_by: `${field}[DESC]`, per_page: 1, ...(after && { after }) };
        walked.push(...(await listedIds(account, all, page)));
      }
      expect(walked, field).toEqual(ids.toReversed());
    }
  });

  test('price-lists: what prices cannot be narrowed to or include is refused', async () => {
    const account = target.newAccount();
    for (const query of [
      { recurring: 'yes' },
      { 'billing_cycle.interval': 'hour' },
      { include: 'prices' },
      { order_by: 'name[ASC]' },
    ])
      expect(await account.refusal('listPrices', { query }), JSON.stringify(query)).toMatchObject({
        status: 400,
        code: 'invalid_field',
      });
  });

  test('price-lists: the product is included in a price, and in each of a list', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const price = await createPrice(account, product);
    const query = { include: 'product' };
    const whole = { ...price, product };
    expect((await account.call('getPrice', { path: { price_id: price.id }, query })).data).toEqual(whole);
    expect((await account.call('listPrices', { query: { ...query, id: price.id } })).data).toEqual([whole]);
  });

  test('no-scopes: products are included for keys only that may read them', async ({ skip }) => {
    const keys = target.can.keys ?? skip('keys of the target cannot be made');
    const account = target.newAccount();
    const path = { price_id: (await createPrice(account, await createProduct(account))).id };
    const reader = await keys.create(account, { permissions: ['price.read'] });
    expect((await reader.call('getPrice', { path })).data.id).toBe(path.price_id);
    const refusal = await reader.refusal('getPrice', { path, query: { include: 'product' } });
    expect(refusal).toMatchObject({ status: 403, code: 'forbidden' });
  });

  const announced = behaviours['webhook-events'] === 'all';
  test(`price-events: changes of prices are ${announced ? 'announced in order' : 'no events'}`, async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const newest = await newestEvent(account);
    const created = await createPrice(account, product);
    const updated = await updatePrice(account, created, { name: 'Yearly' });
    await account.refusal('updatePrice', { path: { price_id: created.id }, body: { name: 1 } });
    const archived = await updatePrice(account, created, { status: 'archived' });
    const expected = [
      { event_type: 'price.created', data: created },
      { event_type: 'price.updated', data: updated },
      { event_type: 'price.updated', data: archived },
    ];
    const events = await awaitEvents(account, newest, announced ? expected.length : 0);
    const own = events
      .map(({ event_type, data }) => ({ event_type, data }))
      .filter(({ data }) => data['id'] === created.id);
    expect(own).toEqual(announced ? expected : []);
  });
});
