import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { descriptorName } from './arbitrary.ts';
import { ownAccount } from './arrange.ts';

export default laws(({ test }) => {
  test('statement-descriptor: a name is read back, and stands at the end of both previews', async (context) => {
    const account = ownAccount(context);
    const property = fc.asyncProperty(descriptorName, async (name) => {
      const { data } = await account.call('updateStatementDescriptorSettings', { body: { name } });
      expect(data.name).toBe(name);
      for (const preview of [data.preview.default, data.preview.paypal]) expect(preview.endsWith(name)).toBe(true);
      expect((await account.call('getStatementDescriptorSettings')).data).toEqual(data);
    });
    await assertProperty(property);
  });

  test('statement-descriptor: a name of another form is refused, and the earlier one is kept', async (context) => {
    const account = ownAccount(context);
    const before = (await account.call('updateStatementDescriptorSettings', { body: { name: 'CHATAPP' } })).data;
    for (const name of ['', 'A', 'ABCDEFGHIJK', 'ChatApp', '.CHATAPP', 'CHATAPP.', '12345', 'CHAT*APP', 'CHÂTAPP']) {
      const refusal = await account.refusal('updateStatementDescriptorSettings', { body: { name } });
      expect(refusal, name).toMatchObject({ status: 400, code: 'statement_descriptor_invalid_name' });
    }
    expect((await account.call('getStatementDescriptorSettings')).data).toEqual(before);
  });

  test('balance-currency: the preferred currency is one of those that are enabled, and becomes the primary one', async (context) => {
    const account = ownAccount(context);
    const { enabled } = (await account.call('getBalanceCurrency')).data;
    if (enabled.length < 2) context.skip('one currency only is enabled for the account');
    for (const preferred of enabled) {
      const balance = { primary: preferred, preferred, enabled };
      expect((await account.call('updateBalanceCurrency', { body: { preferred } })).data).toEqual(balance);
      expect((await account.call('getBalanceCurrency')).data).toEqual(balance);
    }
    const before = (await account.call('getBalanceCurrency')).data;
    const others = (['AUD', 'CAD', 'EUR', 'GBP', 'USD'] as const).filter((code) => !enabled.includes(code));
    for (const preferred of others) {
      const refusal = await account.refusal('updateBalanceCurrency', { body: { preferred } });
      expect(refusal).toMatchObject({ status: 400, code: 'invalid_field', errors: [{ field: 'preferred' }] });
    }
    expect((await account.call('getBalanceCurrency')).data).toEqual(before);
  });

  test('checkout-payment-methods: methods that are available are enabled and disabled one by one', async (context) => {
    const account = ownAccount(context);
    const before = (await account.call('getCheckoutPaymentMethodSettings')).data.payment_methods;
    const available = Object.entries(before).filter(([, method]) => method.available);
    expect(available.length).toBeGreaterThan(0);
    let known: object = before;
    for (const [name, method] of available) {
      const changed = { ...method, enabled: !method.enabled };
      known = { ...known, [name]: changed };
      const body = { payment_methods: { [name]: { enabled: changed.enabled } } };
      const { data } = await account.call('updateCheckoutPaymentMethodSettings', { body });
      expect(data.payment_methods, name).toEqual(known);
    }
    expect((await account.call('getCheckoutPaymentMethodSettings')).data.payment_methods).toEqual(known);
  });

  test('checkout-payment-methods: an unknown or unavailable one is refused, and those beside it keep their values', async (context) => {
    const account = ownAccount(context);
    const before = (await account.call('getCheckoutPaymentMethodSettings')).data;
    const { card, ...others } = before.payment_methods;
    const beside = { card: { enabled: !card.enabled } };
    const refused = async (name: string) => {
      const body = { payment_methods: { ...beside, [name]: { enabled: true } } };
      return (await account.refusal('updateCheckoutPaymentMethodSettings', { body })).code;
    };
    expect(await refused('cheque')).toBe('checkout_payment_method_unknown');
    for (const [name, { available }] of Object.entries(others))
      if (!available) expect(await refused(name), name).toBe('checkout_payment_method_not_available');
    expect((await account.call('getCheckoutPaymentMethodSettings')).data).toEqual(before);
  });
});
