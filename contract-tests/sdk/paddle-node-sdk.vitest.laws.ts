import { ApiError, type Paddle } from '@paddle/paddle-node-sdk';
import { expect } from '../law/expect.ts';
import { approveAll, itemId, seedSale } from '../nouns/adjustments/arrange.ts';
import { cardholder } from '../nouns/payment-methods/arrange.ts';
import { subscriptionOf } from '../nouns/subscriptions/arbitrary.ts';
import { laws, type TestContext } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import { sdkOf } from './sdk-of.ts';

export default laws(({ target, test }) => {
  const { behaviours, freshEmail } = target;

  function sdkTest(
    title: string,
    body: (paddle: Paddle, account: Account, context: TestContext) => Promise<void>,
  ): void {
    test(title, async (context) => {
      if (behaviours['pagination-next'] === 'cursor') context.skip('next is no URL, and the SDK follows nothing else');
      const account = target.newAccount();
      await body(sdkOf(account), account, context);
    });
  }

  const createCustomer = (paddle: Paddle) => paddle.customers.create({ email: freshEmail(), name: 'Sam Miller' });

  sdkTest('sdk-node: a customer is created, read, updated and archived', async (paddle) => {
    const created = await paddle.customers.create({
      email: freshEmail(),
      name: 'Sam Miller',
      customData: { plan: 'pro' },
    });
    expect(created).toMatchObject({ name: 'Sam Miller', status: 'active', customData: { plan: 'pro' } });
    expect(await paddle.customers.get(created.id)).toEqual(created);
    expect(await paddle.customers.update(created.id, { name: 'Sam Smith' })).toMatchObject({
      id: created.id,
      name: 'Sam Smith',
    });
    expect(await paddle.customers.archive(created.id)).toMatchObject({ id: created.id, status: 'archived' });
  });

  sdkTest('sdk-node: a collection follows next over several pages and yields each customer once', async (paddle) => {
    const created = [];
    while (created.length < 7) created.push((await createCustomer(paddle)).id);
    const collection = paddle.customers.list({ id: created, perPage: 3, orderBy: 'id[ASC]' });
    const found = [];
    for await (const customer of collection) found.push(customer.id);
    expect(found).toEqual(created);
    expect(collection).toMatchObject({ hasMore: false, estimatedTotal: 7 });
  });

  sdkTest('sdk-node: three customers are walked one at a time with for await', async (paddle) => {
    const created = [];
    while (created.length < 3) created.push((await createCustomer(paddle)).id);
    const found = [];
    for await (const { id } of paddle.customers.list({ id: created, perPage: 1 })) found.push(id);
    expect(found).toEqual(created.toReversed());
  });

  sdkTest('sdk-node: addresses are created, read, updated, listed and archived', async (paddle) => {
    const { id } = await createCustomer(paddle);
    const created = await paddle.addresses.create(id, { countryCode: 'US', postalCode: '10021', city: 'New York' });
    expect(created).toMatchObject({ customerId: id, countryCode: 'US', postalCode: '10021', city: 'New York' });
    expect(await paddle.addresses.get(id, created.id)).toEqual(created);
    expect(await paddle.addresses.update(id, created.id, { city: 'Brooklyn' })).toMatchObject({
      city: 'Brooklyn',
      postalCode: '10021',
    });
    expect(await paddle.addresses.list(id).next()).toMatchObject([{ id: created.id, city: 'Brooklyn' }]);
    expect(await paddle.addresses.archive(id, created.id)).toMatchObject({ status: 'archived' });
    expect(await paddle.addresses.list(id, { status: ['active'] }).next()).toEqual([]);
  });

  sdkTest('sdk-node: payment methods are listed, read and deleted', async (paddle, account, context) => {
    const { customer_id, address, save } = await cardholder(context, account);
    const id = await save();
    const found = await paddle.paymentMethods.get(customer_id, id);
    expect(found).toMatchObject({
      id,
      customerId: customer_id,
      addressId: address.id,
      type: 'card',
      card: { type: 'visa', last4: '4242', cardholderName: 'Ada Lovelace' },
      origin: 'saved_during_purchase',
    });
    const query = { addressId: [address.id], supportsCheckout: true };
    expect(await paddle.paymentMethods.list(customer_id, query).next()).toEqual([found]);
    expect(await paddle.paymentMethods.list(customer_id, { supportsCheckout: false }).next()).toEqual([]);
    await paddle.paymentMethods.delete(customer_id, id);
    expect(await paddle.paymentMethods.list(customer_id).next()).toEqual([]);
  });

  sdkTest('sdk-node: an authentication token is generated for a customer', async (paddle) => {
    const { id } = await createCustomer(paddle);
    expect(await paddle.customers.generateAuthToken(id)).toMatchObject({
      customerAuthToken: expect.stringMatching(/^pca_/),
      expiresAt: expect.any(String),
    });
  });

  sdkTest('sdk-node: businesses are created, read, updated, listed and archived', async (paddle) => {
    const { id } = await createCustomer(paddle);
    const contacts = [{ name: 'Parker Jones', email: 'parker@example.com' }];
    const created = await paddle.businesses.create(id, { name: 'ChatApp Inc.', contacts });
    expect(created).toMatchObject({ customerId: id, name: 'ChatApp Inc.', contacts });
    expect(await paddle.businesses.get(id, created.id)).toEqual(created);
    expect(await paddle.businesses.update(id, created.id, { companyNumber: '555' })).toMatchObject({
      companyNumber: '555',
      contacts,
    });
    expect(await paddle.businesses.list(id).next()).toMatchObject([{ id: created.id }]);
    expect(await paddle.businesses.archive(id, created.id)).toMatchObject({ status: 'archived' });
  });

  sdkTest(
    'sdk-node: subscriptions are listed and read, and a portal session is made for one',
    async (paddle, account, { skip }) => {
      const seed = target.can.seed ?? skip('the target cannot be seeded with subscriptions');
      const customer = await createCustomer(paddle);
      const { id: addressId } = await paddle.addresses.create(customer.id, { countryCode: 'IE' });
      const path = { customer_id: customer.id, address_id: addressId };
      const subscription = subscriptionOf(target.contract, (await account.call('getAddress', { path })).data);
      await seed(account, { subscriptions: [subscription] });
      const [found] = await paddle.subscriptions.list({ customerId: [customer.id] }).next();
      expect(found).toMatchObject({ id: subscription.id, customerId: customer.id, status: 'active' });
      expect(await paddle.subscriptions.get(subscription.id)).toMatchObject({
        id: subscription.id,
        currencyCode: 'USD',
      });
      const session = await paddle.customerPortalSessions.create(customer.id, [subscription.id]);
      expect(session).toMatchObject({ customerId: customer.id, urls: { subscriptions: [{ id: subscription.id }] } });
      expect(session.urls.general.overview).toMatch(/^http/);
    },
  );

  sdkTest(
    'sdk-node: adjustments are created and listed, their credit note is linked, and credit balances are listed',
    async (paddle, account, context) => {
      const sale = await seedSale(account, context);
      const refund = await paddle.adjustments.create({
        action: 'refund',
        transactionId: sale.id,
        reason: 'Ordered by mistake',
        items: [{ itemId: itemId(0), type: 'partial', amount: '100' }],
      });
      expect(refund).toMatchObject({ status: 'pending_approval', totals: { subtotal: '79', tax: '21', total: '100' } });
      expect(await paddle.adjustments.list({ transactionId: [sale.id] }).next()).toEqual([refund]);
      await approveAll(account, context);
      const { url } = await paddle.adjustments.getCreditNotePDF(refund.id);
      expect(url).toMatch(/^http/);
      expect(await paddle.customers.getCreditBalance(refund.customerId)).toEqual([]);
    },
  );

  sdkTest(
    'sdk-node: transactions are created, read, updated, previewed, billed, revised and printed',
    async (paddle) => {
      const { id: productId } = await paddle.products.create({ name: 'ChatApp Pro', taxCategory: 'standard' });
      const unitPrice = { amount: '1000', currencyCode: 'USD' as const };
      const terms = { productId, description: 'Pro', unitPrice, taxMode: 'external' as const };
      const { id: priceId } = await paddle.prices.create(terms);
      const customer = await createCustomer(paddle);
      const place = {
        countryCode: 'US',
        postalCode: '20149',
        region: 'VA',
        city: 'Ashburn',
        firstLine: '1 Main Street',
      } as const;
      const address = await paddle.addresses.create(customer.id, place);
      const buyer = { customerId: customer.id, addressId: address.id };
      const items = [{ priceId, quantity: 2 }];

      const draft = await paddle.transactions.create({ items });
      expect(draft).toMatchObject({ status: 'draft', details: { totals: { total: '2000' } } });
      expect(await paddle.transactions.get(draft.id)).toEqual(draft);
      const preview = await paddle.transactions.preview({ items, address: { countryCode: 'US', postalCode: '20149' } });
      expect(preview.details.totals).toMatchObject({ total: '2000' });
      const ready = await paddle.transactions.update(draft.id, { ...buyer, items: [{ priceId, quantity: 3 }] });
      expect(ready).toMatchObject({ status: 'ready', details: { totals: { total: '3000' } } });
      const paymentTerms = { interval: 'day', frequency: 14 } as const;
      const billingDetails = {
        paymentTerms,
        enableCheckout: false,
        purchaseOrderNumber: 'PO-1',
        additionalInformation: 'Thank you',
      };
      const invoice = { collectionMode: 'manual', billingDetails } as const;
      expect(await paddle.transactions.update(draft.id, invoice)).toMatchObject({ collectionMode: 'manual' });
      const billed = await paddle.transactions.update(draft.id, { status: 'billed' });
      expect(billed).toMatchObject({ status: 'billed', invoiceNumber: expect.stringMatching(/^\d+-\d+$/) });
      expect((await paddle.transactions.getInvoicePDF(draft.id)).url).toContain(billed.invoiceNumber);
      const revised = await paddle.transactions.revise(draft.id, { customer: { name: 'Sam Smith' } });
      expect(revised.revisedAt).not.toBeNull();
      const [found] = await paddle.transactions.list({ customerId: [customer.id], include: ['customer'] }).next();
      expect(found).toMatchObject({ id: draft.id, customer: { id: customer.id } });
      await expect(paddle.transactions.update(draft.id, { customData: null })).rejects.toMatchObject({
        code: 'transaction_immutable',
      });
    },
  );

  sdkTest('sdk-node: event types are listed', async (paddle) => {
    expect((await paddle.eventTypes.list()).map(({ name }) => name)).toContain('subscription.created');
  });

  sdkTest('sdk-node: a refusal becomes an ApiError with its code', async (paddle) => {
    await expect(paddle.customers.get('ctm_01h00000000000000000000000')).rejects.toBeInstanceOf(ApiError);
    await expect(paddle.customers.get('ctm_01h00000000000000000000000')).rejects.toMatchObject({ code: 'not_found' });
    if (behaviours['duplicate-emails'] === 'allow') return;
    const { email, id } = await createCustomer(paddle);
    await expect(paddle.customers.create({ email })).rejects.toMatchObject({
      type: 'request_error',
      code: 'customer_already_exists',
      detail: `customer email conflicts with customer of id ${id}`,
    });
  });
});
