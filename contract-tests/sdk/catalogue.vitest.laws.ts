import { ApiError } from '@paddle/paddle-node-sdk';
import { expect } from '../law/expect.ts';
import { freshCode } from '../nouns/catalogue.ts';
import { laws } from '../suite/laws.ts';
import { sdkOf } from './sdk-of.ts';

export default laws(({ target, test }) => {
  const isFollowed = target.behaviours['pagination-next'] !== 'cursor';
  const usd = { amount: '1500', currencyCode: 'USD' } as const;

  test('sdk-node: products and prices are created, read, updated, listed with each other, and archived', async ({
    skip,
  }) => {
    if (!isFollowed) skip('next is no URL, and the SDK follows nothing else');
    const paddle = sdkOf(target.newAccount());
    const product = await paddle.products.create({ name: 'ChatApp Pro', taxCategory: 'saas' });
    const price = await paddle.prices.create({
      productId: product.id,
      description: 'Pro by the month',
      unitPrice: usd,
      billingCycle: { interval: 'month', frequency: 1 },
      trialPeriod: { interval: 'day', frequency: 14, requiresPaymentMethod: false },
      unitPriceOverrides: [{ countryCodes: ['GB'], unitPrice: { amount: '1200', currencyCode: 'GBP' } }],
    });
    expect(price).toMatchObject({ productId: product.id, unitPrice: usd, quantity: { minimum: 1, maximum: 100 } });
    expect(await paddle.prices.get(price.id)).toEqual(price);
    expect(await paddle.prices.get(price.id, { include: ['product'] })).toMatchObject({ product: { id: product.id } });
    expect(await paddle.products.get(product.id, { include: ['prices'] })).toMatchObject({
      prices: [{ id: price.id }],
    });
    const query = {
      productId: [product.id],
      recurring: true,
      type: ['standard' as const],
      orderBy: 'unit_price.amount[ASC]',
    };
    expect(await paddle.prices.list(query).next()).toMatchObject([{ id: price.id }]);
    expect(await paddle.products.list({ id: [product.id], include: ['prices'] }).next()).toMatchObject([
      { id: product.id, prices: [{ id: price.id }] },
    ]);
    expect(await paddle.products.update(product.id, { name: 'ChatApp Team' })).toMatchObject({ name: 'ChatApp Team' });
    expect(await paddle.prices.update(price.id, { name: 'Monthly' })).toMatchObject({ name: 'Monthly' });
    expect(await paddle.prices.archive(price.id)).toMatchObject({ status: 'archived' });
    expect(await paddle.products.archive(product.id)).toMatchObject({ status: 'archived' });
  });

  test('sdk-node: discounts and their groups are created, read, updated, listed and archived', async ({ skip }) => {
    if (!isFollowed) skip('next is no URL, and the SDK follows nothing else');
    const account = target.newAccount();
    const paddle = sdkOf(account);
    const group = await paddle.discountGroups.create({ name: target.freshEmail() });
    expect(await paddle.discountGroups.get(group.id)).toEqual(group);
    const code = freshCode(account);
    const terms = { amount: '1000', currencyCode: 'USD', type: 'flat', description: '$10 off' } as const;
    const discount = await paddle.discounts.create({ ...terms, code, discountGroupId: group.id });
    expect(discount).toMatchObject({ ...terms, code, status: 'active', timesUsed: 0, discountGroupId: group.id });
    expect(await paddle.discounts.get(discount.id, { include: ['discount_group'] })).toMatchObject({
      discountGroup: { id: group.id },
    });
    expect(
      await paddle.discounts.list({ code: [code.toLowerCase()], discountGroupId: [group.id] }).next(),
    ).toMatchObject([{ id: discount.id }]);
    await expect(paddle.discounts.create({ ...terms, code })).rejects.toBeInstanceOf(ApiError);
    await expect(paddle.discounts.create({ ...terms, code })).rejects.toMatchObject({ code: 'discount_code_conflict' });
    expect(await paddle.discounts.update(discount.id, { amount: '800' })).toMatchObject({ amount: '800' });
    expect(await paddle.discounts.archive(discount.id)).toMatchObject({ status: 'archived' });
    const name = target.freshEmail();
    expect(await paddle.discountGroups.update(group.id, { name })).toMatchObject({ name });
    expect(await paddle.discountGroups.list({ id: [group.id] }).next()).toMatchObject([{ id: group.id, name }]);
    expect(await paddle.discountGroups.archive(group.id)).toMatchObject({ status: 'archived' });
  });

  test('sdk-node: prices are previewed for a country, with its price, tax and a discount', async ({ skip }) => {
    if (!isFollowed) skip('next is no URL, and the SDK follows nothing else');
    const paddle = sdkOf(target.newAccount());
    const { id: productId } = await paddle.products.create({ name: 'ChatApp Pro', taxCategory: 'standard' });
    const terms = { productId, description: 'Pro for each seat', unitPrice: usd, taxMode: 'external' } as const;
    const inPounds = { amount: '1200', currencyCode: 'GBP' } as const;
    const unitPriceOverrides = [{ countryCodes: ['GB' as const], unitPrice: inPounds }];
    const { id: priceId } = await paddle.prices.create({ ...terms, unitPriceOverrides });
    const discount = await paddle.discounts.create({ description: 'Ten percent', type: 'percentage', amount: '10' });
    const preview = await paddle.pricingPreview.preview({
      items: [{ priceId, quantity: 2 }],
      address: { countryCode: 'GB', postalCode: null },
      discountId: discount.id,
    });
    expect(preview).toMatchObject({
      currencyCode: 'GBP',
      discountId: discount.id,
      address: { countryCode: 'GB' },
      details: {
        lineItems: [
          {
            price: { id: priceId },
            quantity: 2,
            taxRate: '0.2',
            totals: { subtotal: '2400', discount: '240', tax: '432', total: '2592' },
            formattedTotals: { subtotal: '£24.00', discount: '£2.40', tax: '£4.32', total: '£25.92' },
            product: { id: productId },
            discounts: [{ discount: { id: discount.id }, total: '240', formattedTotal: '£2.40' }],
          },
        ],
      },
    });
  });
});
