import fc from 'fast-check';
import { storedCustomData } from '../../arbitraries/custom-data.ts';
import {
  missingRequiredField,
  tooLong,
  unknownField,
  valueOutsideEnum,
  wrongType,
} from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';
import { createPrice, createProduct, type Product } from '../catalogue.ts';
import { awaitEvents, newestEvent } from '../events/arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { type ProductCreate, productCreate, productUpdate } from './arbitrary.ts';

async function updateProduct(account: Account, { id }: Product, body: object): Promise<Product> {
  return (await account.call('updateProduct', { path: { product_id: id }, body })).data;
}

async function readProduct(account: Account, { id }: Product): Promise<Product> {
  return (await account.call('getProduct', { path: { product_id: id } })).data;
}

/** IDs of the products in a list that is narrowed to some. */
async function listedIds(account: Account, products: readonly Product[], query: object = {}): Promise<string[]> {
  const id = products.map((product) => product.id).join();
  return (await account.call('listProducts', { query: { id, ...query } })).data.map((product) => product.id);
}

/** IDs of products, the earliest first; those of one time by ID. */
function inOrderOf(time: 'created_at' | 'updated_at', products: readonly Product[]): string[] {
  const later = (one: Product, other: Product) =>
    Date.parse(one[time]) - Date.parse(other[time]) || (one.id < other.id ? -1 : 1);
  return products.toSorted(later).map(({ id }) => id);
}

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const valid = productCreate(behaviours);
  const noData = storedCustomData(null, behaviours);

  /** The product that a create body makes, but for its ID and times. */
  function productOf(body: ProductCreate) {
    const nothing = { description: null, type: 'standard', image_url: null };
    const custom_data = storedCustomData(body.custom_data ?? null, behaviours);
    return { ...nothing, ...body, custom_data, status: 'active', import_meta: null };
  }

  test('products: a product is read back as it was sent, with defaults for the rest', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(valid, async (body) => {
      const created = (await account.call('createProduct', { body })).data;
      const { id, created_at, updated_at, ...rest } = created;
      expect(id).toMatch(/^pro_[a-z\d]{26}$/);
      expect(rest).toEqual(productOf(body));
      expect(updated_at).toBe(created_at);
      expect(await readProduct(account, created)).toEqual(created);
      const query = { id, type: created.type };
      expect((await account.call('listProducts', { query })).data).toEqual([created]);
    });
    await assertProperty(property);
  });

  test('products: an invalid body is refused, names the field, and creates nothing', async () => {
    const account = target.newAccount();
    const invalid = fc.oneof(
      missingRequiredField(valid, 'name'),
      missingRequiredField(valid, 'tax_category'),
      tooLong(valid, 'name', 200),
      tooLong(valid, 'description', 2048),
      wrongType(valid, 'name', 'string'),
      wrongType(valid, 'custom_data', 'object'),
      valueOutsideEnum(valid, 'tax_category', ['', 'Standard', 'toys']),
      valueOutsideEnum(valid, 'type', ['', 'catalog']),
      unknownField(valid, ['status', 'import_meta', 'prices', 'updated_at']),
    );
    const newest = async () => (await account.call('listProducts', { query: { per_page: 1 } })).data;
    const before = await newest();
    const property = fc.asyncProperty(invalid, async (one) => {
      expectRefused(await account.refusal('createProduct', { body: one.body }), one);
    });
    await assertProperty(property);
    if (target.can.isolate) expect(await newest()).toEqual(before);
  });

  test('products: a blank name and a URL of no form are refused', async () => {
    const account = target.newAccount();
    for (const [field, value] of [
      ['name', ' \t'],
      ['image_url', 'app.png'],
    ] as const) {
      const body = { name: 'ChatApp Pro', tax_category: 'standard', [field]: value };
      expect(await account.refusal('createProduct', { body }), field).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [{ field }],
      });
    }
  });

  test('create-status-code: creating a product answers 201', async () => {
    const body = { name: 'ChatApp Pro', tax_category: 'standard' };
    expect((await target.newAccount().request('POST', '/products', { body })).status).toBe(201);
  });

  test('get-404: a product that does not exist is not found', async () => {
    const account = target.newAccount();
    const path = { product_id: unknownId('pro') };
    for (const refusal of [
      await account.refusal('getProduct', { path }),
      await account.refusal('updateProduct', { path, body: { name: 'Nothing' } }),
    ]) {
      expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('patch-partial: an update of a product changes the fields that are sent', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(valid, productUpdate(behaviours), async (body, update) => {
      const before = await createProduct(account, body);
      const after = await updateProduct(account, before, update);
      const { custom_data = before.custom_data, ...fields } = update;
      const stored = storedCustomData(custom_data, behaviours);
      expect(after).toEqual({ ...before, ...fields, custom_data: stored, updated_at: after.updated_at });
      expect(await readProduct(account, before)).toEqual(after);
    });
    await assertProperty(property);
  });

  test('patch-partial: a product keeps what an update may not set', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    for (const field of ['id', 'created_at', 'import_meta', 'nickname']) {
      const path = { product_id: product.id };
      expect(await account.refusal('updateProduct', { path, body: { [field]: 'x' } }), field).toMatchObject({
        status: 400,
        code: 'bad_request',
      });
    }
    expect(await readProduct(account, product)).toEqual(product);
  });

  test('custom-data-empty-object-clears: {} and null both clear that of a product', async () => {
    const account = target.newAccount();
    for (const custom_data of [{}, null]) {
      const product = await createProduct(account, { custom_data: { plan: 'pro' } });
      expect((await updateProduct(account, product, { custom_data })).custom_data).toEqual(noData);
    }
  });

  test('product-archiving: an archived product is refused as archived until an update makes it active', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const path = { product_id: product.id };
    const archived = await updateProduct(account, product, { status: 'archived' });
    expect(archived).toEqual({ ...product, status: 'archived', updated_at: archived.updated_at });
    for (const body of [{ name: 'New' }, { status: 'archived' }, {}]) {
      const refusal = await account.refusal('updateProduct', { path, body });
      expect(refusal).toMatchObject({ status: 400, code: 'entity_archived' });
      expect(refusal.detail).toContain(product.id);
    }
    expect(await readProduct(account, product)).toEqual(archived);
    const active = await updateProduct(account, product, { status: 'active', name: 'New' });
    expect(active).toMatchObject({ status: 'active', name: 'New' });
  });

  const shown = behaviours['list-default-status'];
  test(`product-archiving: a list without status shows ${shown} products`, async () => {
    const account = target.newAccount();
    const active = await createProduct(account);
    const archived = await updateProduct(account, await createProduct(account), { status: 'archived' });
    const both = [archived.id, active.id];
    expect(await listedIds(account, [active, archived])).toEqual(shown === 'all' ? both : [active.id]);
    expect(await listedIds(account, [active, archived], { status: 'archived' })).toEqual([archived.id]);
    expect(await listedIds(account, [active, archived], { status: 'active,archived' })).toEqual(both);
  });

  test('product-lists: products are found by ID, tax category and type, and by all of them', async () => {
    const account = target.newAccount();
    const app = await createProduct(account, { tax_category: 'saas' });
    const custom = await createProduct(account, { tax_category: 'saas', type: 'custom' });
    const book = await createProduct(account);
    const all = [app, custom, book];
    expect(await listedIds(account, all)).toEqual([book.id, app.id]);
    expect(await listedIds(account, all, { tax_category: 'saas' })).toEqual([app.id]);
    expect(await listedIds(account, all, { tax_category: 'saas,standard' })).toEqual([book.id, app.id]);
    expect(await listedIds(account, all, { type: 'standard' })).toEqual([book.id, app.id]);
    expect(await listedIds(account, all, { type: 'custom' })).toEqual([custom.id]);
    expect(await listedIds(account, all, { type: 'custom', tax_category: 'standard' })).toEqual([]);
    expect(await listedIds(account, [app], { type: 'standard', tax_category: 'saas' })).toEqual([app.id]);
  });

  test('product-lists: products are sorted by their times, and a walk finds each of them once', async () => {
    const account = target.newAccount();
    const first = await createProduct(account);
    const others = [await createProduct(account), await createProduct(account)];
    const all = [await updateProduct(account, first, { name: 'Changed' }), ...others];
    for (const time of ['created_at', 'updated_at'] as const) {
      const ids = inOrderOf(time, all);
      expect(await listedIds(account, all, { order_by: `${time}[ASC]` }), time).toEqual(ids);
      const page = { order_by: `${time}[DESC]`, per_page: 2 };
      const start = await listedIds(account, all, page);
      const rest = await listedIds(account, all, { ...page, after: start.at(-1) ?? '' });
      expect([...start, ...rest], time).toEqual(ids.toReversed());
    }
  });

  test('product-lists: products are sorted by each published field, and by ID where it is equal', async () => {
    const account = target.newAccount();
    const saas = { name: 'B', tax_category: 'saas', description: 'b', image_url: null };
    const plain = {
      name: 'A',
      tax_category: 'standard',
      description: 'a',
      image_url: 'https://shop.example.com/a.png',
    };
    const first = await createProduct(account, { ...saas, custom_data: { rank: '2' } });
    const second = await createProduct(account, { ...plain, custom_data: { rank: '1' } });
    const third = await updateProduct(account, await createProduct(account, { ...plain, custom_data: { rank: '1' } }), {
      status: 'archived',
    });
    const all = [first, second, third];
    const [one, two, three] = all.map(({ id }) => id);
    for (const [field, ids] of [
      ['name', [two, three, one]],
      ['description', [two, three, one]],
      ['tax_category', [one, two, three]],
      // A product without an image comes first.
      ['image_url', [one, two, three]],
      ['status', [one, two, three]],
      ['custom_data', [two, three, one]],
    ] as const) {
      const query = { status: 'active,archived', order_by: `${field}[ASC]` };
      expect(await listedIds(account, all, query), field).toEqual(ids);
      const page = { status: 'active,archived', order_by: `${field}[DESC]`, per_page: 2 };
      const start = await listedIds(account, all, page);
      const rest = await listedIds(account, all, { ...page, after: start.at(-1) ?? '' });
      expect([...start, ...rest], field).toEqual(ids.toReversed());
    }
  });

  test('product-lists: prices are included in a product and in each of a list, the newest first', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const other = await createProduct(account);
    const query = { include: 'prices' };
    const first = await createPrice(account, product);
    const second = await createPrice(account, product);
    await createPrice(account, product, { type: 'custom' });
    const path = { product_id: product.id };
    expect((await account.call('getProduct', { path, query })).data).toEqual({ ...product, prices: [second, first] });
    const list = { id: `${product.id},${other.id}`, ...query };
    const { data } = await account.call('listProducts', { query: list });
    expect(data).toEqual([
      { ...other, prices: [] },
      { ...product, prices: [second, first] },
    ]);
  });

  test('product-lists: what products cannot be narrowed to or include is refused', async () => {
    const account = target.newAccount();
    for (const query of [
      { tax_category: 'toys' },
      { type: 'catalog' },
      { include: 'customer' },
      { order_by: 'price[ASC]' },
    ])
      expect(await account.refusal('listProducts', { query }), JSON.stringify(query)).toMatchObject({
        status: 400,
        code: 'invalid_field',
      });
  });

  test('no-scopes: prices are included for keys only that may read them', async ({ skip }) => {
    const keys = target.can.keys ?? skip('keys of the target cannot be made');
    const account = target.newAccount();
    const path = { product_id: (await createProduct(account)).id };
    const reader = await keys.create(account, { permissions: ['product.read'] });
    expect((await reader.call('getProduct', { path })).data.id).toBe(path.product_id);
    const refusal = await reader.refusal('getProduct', { path, query: { include: 'prices' } });
    expect(refusal).toMatchObject({ status: 403, code: 'forbidden' });
  });

  const announced = behaviours['webhook-events'] === 'all';
  test(`product-events: changes of products are ${announced ? 'announced in order' : 'no events'}`, async () => {
    const account = target.newAccount();
    const newest = await newestEvent(account);
    const created = await createProduct(account);
    const updated = await updateProduct(account, created, { name: 'ChatApp Team' });
    await account.refusal('updateProduct', { path: { product_id: created.id }, body: { name: 1 } });
    const archived = await updateProduct(account, created, { status: 'archived' });
    const expected = [
      { event_type: 'product.created', data: created },
      { event_type: 'product.updated', data: updated },
      { event_type: 'product.updated', data: archived },
    ];
    const events = await awaitEvents(account, newest, announced ? expected.length : 0);
    const own = events
      .map(({ event_type, data }) => ({ event_type, data }))
      .filter(({ data }) => data['id'] === created.id);
    expect(own).toEqual(announced ? expected : []);
  });
});
