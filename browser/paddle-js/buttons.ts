import type { CheckoutOpenOptions } from '@paddle/paddle-js';

/** Reads the value of an attribute. */
type Read = (text: string) => unknown;

const text: Read = (value) => value;
const flag: Read = (value) => value !== 'false';
/** Reads names in JSON, or between commas. */
const names: Read = (value) =>
  value.startsWith('[') ? JSON.parse(value) : value.split(',').map((name) => name.trim());

/** Attributes of a button by the option that they set, whose name has a dot for each level. */
const attributes: Readonly<Record<string, Read>> = {
  items: JSON.parse,
  transactionId: text,
  discountId: text,
  discountCode: text,
  customData: JSON.parse,
  customerAuthToken: text,
  savedPaymentMethodId: text,
  'customer.id': text,
  'customer.email': text,
  'customer.address.id': text,
  'customer.address.countryCode': text,
  'customer.address.postalCode': text,
  'customer.address.region': text,
  'customer.address.city': text,
  'customer.address.firstLine': text,
  'customer.business.id': text,
  'customer.business.name': text,
  'customer.business.taxIdentifier': text,
  'upsell.transactionId': text,
  'upsell.settings.showSkipButton': flag,
  'settings.displayMode': text,
  'settings.theme': text,
  'settings.locale': text,
  'settings.successUrl': text,
  'settings.variant': text,
  'settings.allowLogout': flag,
  'settings.showAddDiscounts': flag,
  'settings.showAddTaxId': flag,
  'settings.allowDiscountRemoval': flag,
  'settings.showNonExpressPaymentMethods': flag,
  'settings.allowedPaymentMethods': names,
  'settings.frameTarget': text,
  'settings.frameStyle': text,
  'settings.frameInitialHeight': Number,
};

/**
 * Opens checkouts from elements of the class `paddle_button`, whose attributes are the options.
 *
 * @evidence official: each option has an attribute, such as `data-customer-email`. assumed: how lists are written
 */
export function openButtons(open: (options: CheckoutOpenOptions) => void): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('.paddle_button') : null;
    if (!(button instanceof HTMLElement)) return;
    event.preventDefault();
    open(optionsOf(button.dataset));
  });
}

/** Reads the options of a checkout from attributes. The cast is where texts of a page become typed. */
export function optionsOf(dataset: Readonly<Record<string, string | undefined>>): CheckoutOpenOptions {
  const options = {};
  for (const [path, read] of Object.entries(attributes)) {
    const value = dataset[attributeOf(path)];
    if (value !== undefined) place(options, path.split('.'), read(value));
  }
  return options as CheckoutOpenOptions;
}

/** Names an attribute as `dataset` does; one of the settings is named without `settings`. */
function attributeOf(path: string): string {
  const [first = '', ...rest] = path.replace(/^settings\./, '').split('.');
  return first + rest.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join('');
}

function place(options: object, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) Object.assign(options, { [name]: value });
  else {
    const part: object = Object(Reflect.get(options, name) ?? {});
    Object.assign(options, { [name]: part });
    place(part, rest, value);
  }
}
