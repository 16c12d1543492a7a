import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { newestEvent } from '../events/arrange.ts';
import { settings } from './arbitrary.ts';
import { ownAccount } from './arrange.ts';

export default laws(({ target, test }) => {
  test('account-settings: an update without fields returns the settings as they are', async () => {
    const account = target.newAccount();
    for (const { get, update } of settings) {
      const before = (await account.send(get)).body;
      const { status, body } = await account.send(update, { body: {} });
      expect([update, status]).toEqual([update, 200]);
      expect(body).toMatchObject({ data: dataIn(before) });
    }
  });

  for (const { get, update, body } of settings) {
    test(`account-settings: ${update} changes the fields that are sent, and is read back`, async (context) => {
      const account = ownAccount(context);
      const property = fc.asyncProperty(body, async (fields) => {
        const before = dataIn((await account.send(get)).body);
        const answer = await account.send(update, { body: fields });
        expect(answer.status).toBe(200);
        expect(dataIn(answer.body)).toEqual({ ...before, ...fields });
        expect(dataIn((await account.send(get)).body)).toEqual({ ...before, ...fields });
      });
      await assertProperty(property);
    });
  }

  test('account-settings: a refused update changes nothing', async (context) => {
    const account = ownAccount(context);
    const refused = [
      ['getTaxSettings', 'updateTaxSettings', { default_tax_mode: 'internal' }],
      ['getCurrencyConversions', 'updateCurrencyConversions', { JPY: { enabled: true }, XXX: { enabled: true } }],
      ['getCheckoutUrl', 'updateCheckoutUrl', { default_url: 'http://shop.example.com/checkout' }],
      ['getCheckoutFeatures', 'updateCheckoutFeatures', { discounts_enabled: false, audience_opt_in: 'always' }],
      ['getCheckoutStylesOverlay', 'updateCheckoutStylesOverlay', { primary_checkout_color: 'red' }],
      ['getCheckoutRecovery', 'updateCheckoutRecovery', { discount: { type: 'percentage', amount: '101' } }],
    ] as const;
    for (const [get, update, body] of refused) {
      const before = (await account.call(get)).data;
      expect(await account.refusal(update, { body }), update).toMatchObject({ status: 400, code: 'bad_request' });
      expect((await account.call(get)).data, get).toEqual(before);
    }
  });

  test('account-settings: accounts have settings of their own, and changes of them are no events', async (context) => {
    const account = ownAccount(context);
    const newest = await newestEvent(account);
    const other = target.newAccount();
    const before = (await other.call('getCheckoutFeatures')).data;
    const body = { discounts_enabled: !before.discounts_enabled };
    expect((await account.call('updateCheckoutFeatures', { body })).data).toEqual({ ...before, ...body });
    expect((await other.call('getCheckoutFeatures')).data).toEqual(before);
    expect(await newestEvent(account)).toEqual(newest);
  });
});

function dataIn(body: unknown): object {
  expect(body).toMatchObject({ data: expect.anything() });
  // The checks validate every body against the document.
  return (body as { data: object }).data;
}
