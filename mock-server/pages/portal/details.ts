import { supportedCountries } from '../../resources/addresses/countries.ts';
import type { Address } from '../../resources/addresses/kind.ts';
import type { Business } from '../../resources/businesses/kind.ts';
import { type Html, html } from '../html.ts';
import { countryName } from '../wording.ts';
import { buttons, form, ifAllowed, problemNote, textField } from './parts.ts';
import { perform } from './perform.ts';
import type { Fields, Screen, Sent } from './screen.ts';
import type { Visit } from './visit.ts';

/** Limit of addresses, and of businesses, on the page. */
const shownAtMost = 50;

/** The addresses and businesses that payments are billed to. */
export const details: Screen = {
  path: '/details',
  show: (visit) => {
    const { store } = visit.account;
    const query = {
      where: { customer_id: [visit.customer.id], status: ['active'] },
      order: 'DESC',
      limit: shownAtMost,
      isCounted: false,
    } as const;
    const addresses = store.addresses.list(query).texts.map((text) => store.addresses.parse(text));
    const businesses = store.businesses.list(query).texts.map((text) => store.businesses.parse(text));
    return {
      title: 'Billing details',
      section: 'details',
      content: html`<h1>Billing details</h1>
<p class="soft">Changes apply to payments from now on. Invoices that were issued keep what they say.</p>
<h2>Addresses</h2>
${addresses.length === 0 ? html`<p class="note">There is no address yet. The next checkout asks for one.</p>` : addresses.map((address) => addressCard(visit, address))}
<h2>Businesses</h2>
${businesses.map((business) => businessCard(visit, business))}
<p class="soft">Add your business and its tax identifier to have them on invoices.</p>
<div class="actions"><a class="button" href="${visit.url('/details/add-business')}">Add a business</a></div>`,
    };
  },
};

/** Changes an address. */
export const addressForm: Screen = {
  path: '/details/addresses/:address_id',
  show: (visit, { address_id = '' }, sent) => {
    const address = visit.account.store.addresses.requireOf(visit.customer.id, address_id);
    const value = (name: 'first_line' | 'second_line' | 'city' | 'region' | 'postal_code') =>
      sent.fields.get(name) ?? address[name];
    const country = sent.fields.get('country_code') ?? address.country_code;
    const fields = html`<div class="fields">
${textField({ name: 'first_line', label: 'Street and number', value: value('first_line'), autocomplete: 'address-line1', longest: 1024, isWide: true }, sent)}
${textField({ name: 'second_line', label: 'Further line', value: value('second_line'), autocomplete: 'address-line2', longest: 1024, isWide: true }, sent)}
${textField({ name: 'postal_code', label: 'Postal code', value: value('postal_code'), autocomplete: 'postal-code' }, sent)}
${textField({ name: 'city', label: 'City', value: value('city'), autocomplete: 'address-level2' }, sent)}
${textField({ name: 'region', label: 'State or region', value: value('region'), autocomplete: 'address-level1' }, sent)}
<div><label for="country_code">Country</label><select id="country_code" name="country_code" autocomplete="country">
${countryOptions(country)}</select></div>
</div>`;
    const action = visit.url(`/details/addresses/${address.id}`);
    return page('Edit address', sent, form(action, html`${fields}${buttons('Save address', visit.url('/details'))}`));
  },
  submit: (visit, { address_id = '' }, fields) => {
    const body = {
      ...textsOf(fields, ['first_line', 'second_line', 'city', 'region', 'postal_code']),
      // Validated against the document, as the rest of the body.
      country_code: (fields.get('country_code') ?? '') as Address['country_code'],
    };
    perform(visit, 'updateAddress', { params: { customer_id: visit.customer.id, address_id }, query: {}, body });
    return visit.url('/details', { done: 'address' });
  },
};

/** Changes a business. */
export const businessForm: Screen = {
  path: '/details/businesses/:business_id',
  show: (visit, { business_id = '' }, sent) => {
    const business = visit.account.store.businesses.requireOf(visit.customer.id, business_id);
    const action = visit.url(`/details/businesses/${business.id}`);
    return page('Edit business', sent, form(action, businessFields(visit, sent, business)));
  },
  submit: (visit, { business_id = '' }, fields) => {
    const params = { customer_id: visit.customer.id, business_id };
    perform(visit, 'updateBusiness', { params, query: {}, body: businessBody(fields) });
    return visit.url('/details', { done: 'business' });
  },
};

/**
 * Adds a business, and bills the subscriptions without one to it.
 *
 * @evidence assumed, for the subscriptions
 */
export const addBusinessForm: Screen = {
  path: '/details/add-business',
  show: (visit, _ids, sent) =>
    page('Add a business', sent, form(visit.url('/details/add-business'), businessFields(visit, sent))),
  submit: (visit, _ids, fields) => {
    const { store } = visit.account;
    const params = { customer_id: visit.customer.id };
    const answer = perform(visit, 'createBusiness', { params, query: {}, body: businessBody(fields) });
    if (typeof answer !== 'object' || !('entity' in answer)) throw new Error('Creating a business returned none.');
    const { id: business_id } = store.businesses.parse(answer.entity);
    const live = { customer_id: [visit.customer.id], status: ['active', 'trialing', 'past_due'] };
    for (const { id, business_id: known } of store.subscriptions.all(live)) {
      if (known !== null) continue;
      // One with a scheduled change, for example, keeps its buyer.
      ifAllowed(() =>
        perform(visit, 'updateSubscription', { params: { subscription_id: id }, query: {}, body: { business_id } }),
      );
    }
    return visit.url('/details', { done: 'business' });
  },
};

function page(title: string, sent: Sent, content: Html) {
  return {
    title,
    section: 'details' as const,
    content: html`<h1>${title}</h1>${problemNote(sent)}<article>${content}</article>`,
  };
}

function businessFields(visit: Visit, sent: Sent, business?: Business): Html {
  const value = (name: 'name' | 'tax_identifier' | 'company_number') => sent.fields.get(name) ?? business?.[name];
  return html`<div class="fields">
${textField({ name: 'name', label: 'Name of the business', value: value('name'), autocomplete: 'organization', longest: 1024, isRequired: true, isWide: true }, sent)}
${textField({ name: 'tax_identifier', label: 'Tax identifier', value: value('tax_identifier'), hint: 'Such as a VAT number.', longest: 1024 }, sent)}
${textField({ name: 'company_number', label: 'Company number', value: value('company_number'), longest: 1024 }, sent)}
</div>${buttons('Save business', visit.url('/details'))}`;
}

function businessBody(fields: Fields) {
  return { name: fields.get('name') ?? '', ...textsOf(fields, ['tax_identifier', 'company_number']) };
}

/** Reads text fields that may be empty. */
function textsOf<Name extends string>(fields: Fields, names: readonly Name[]): Record<Name, string | null> {
  // Its keys are the names.
  return Object.fromEntries(names.map((name) => [name, fields.get(name)?.trim() || null])) as Record<
    Name,
    string | null
  >;
}

function countryOptions(chosen: string): Html[] {
  const named = [...supportedCountries].map((code) => [countryName(code), code] as const);
  const sorted = named.sort(([one], [other]) => one.localeCompare(other, 'en'));
  return sorted.map(
    ([name, code]) => html`<option value="${code}"${code === chosen ? html` selected` : html``}>${name}</option>`,
  );
}

function addressCard(
  visit: Visit,
  { id, first_line, second_line, city, region, postal_code, country_code }: Address,
): Html {
  const lines = [
    first_line,
    second_line,
    [postal_code, city].filter(Boolean).join(' '),
    region,
    countryName(country_code),
  ];
  return html`<article><p>${lines.filter((line) => line).join(', ')}</p>
<div class="actions"><a class="button" href="${visit.url(`/details/addresses/${id}`)}" aria-label="Edit address ${first_line ?? countryName(country_code)}">Edit address</a></div></article>`;
}

function businessCard(visit: Visit, { id, name, tax_identifier, company_number }: Business): Html {
  return html`<article><h3 class="name">${name}</h3>
<dl><dt>Tax identifier</dt><dd>${tax_identifier ?? 'none'}</dd><dt>Company number</dt><dd>${company_number ?? 'none'}</dd></dl>
<div class="actions"><a class="button" href="${visit.url(`/details/businesses/${id}`)}" aria-label="Edit business ${name}">Edit business</a></div></article>`;
}
