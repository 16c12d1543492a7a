import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckoutInput } from '../shared/checkout/messages.ts';
import type { Checkout } from './checkout.ts';
import { countryOfBrowser, named } from './countries.ts';
import { Field, Optional } from './field.tsx';
import type { View } from './view.ts';

/** Asks who buys, and where. */
export function DetailsForm({ checkout, view, isPart }: { checkout: Checkout; view: View; isPart: boolean }) {
  const { customer } = view.data;
  const { address, business } = customer;
  const [email, setEmail] = useState(customer.email ?? '');
  const [country, setCountry] = useState(address?.country_code ?? usualCountry(checkout));
  const [postalCode, setPostalCode] = useState(address?.postal_code ?? '');
  const [company, setCompany] = useState(business?.name ?? '');
  const [taxId, setTaxId] = useState(business?.tax_identifier ?? '');
  const [isBusiness, setIsBusiness] = useState(Boolean(business));
  const heading = useRef<HTMLHeadingElement>(null);
  const needsPostalCode = checkout.postalCodeCountries.has(country);
  const { allowLogout = true, showAddTaxId = true } = checkout.settings;
  const isKnown = Boolean(customer.id) && !allowLogout;

  useEffect(() => {
    if (!isPart) heading.current?.focus({ preventScroll: true });
  }, [isPart]);

  const place = { country_code: country, postal_code: needsPostalCode ? postalCode || null : null };
  const look = (address: NonNullable<CheckoutInput['address']>) => {
    if (address.country_code && !customer.id) void checkout.look(address);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const input: CheckoutInput = {
      ...(isKnown ? {} : { customer: { email } }),
      address: place,
      ...(isBusiness && company
        ? { business: { name: company, tax_identifier: taxId || null } }
        : business && { business: null }),
    };
    if (await checkout.change(input)) checkout.step.value = 'payment';
  };

  return (
    <form id="details" onSubmit={submit} class="details">
      <h2 ref={heading} tabIndex={-1}>
        Your details
      </h2>
      <Field
        label="Email address"
        type="email"
        name="email"
        autocomplete="email"
        required
        maxLength={320}
        readOnly={isKnown}
        value={email}
        onInput={setEmail}
        isWrong={checkout.problem.value?.field === 'email'}
      />
      <div class="row">
        <div class="field">
          <label for="country">Country</label>
          <select
            id="country"
            name="country"
            autocomplete="country"
            required
            value={country}
            onChange={({ currentTarget: { value } }) => {
              setCountry(value);
              setPostalCode('');
              look({ country_code: value });
            }}
          >
            <option value="" disabled>
              Choose a country
            </option>
            {named(checkout.countries).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {needsPostalCode && (
          <Field
            label={country === 'US' ? 'ZIP code' : 'Postal code'}
            name="postal_code"
            autocomplete="postal-code"
            required
            maxLength={20}
            value={postalCode}
            onInput={setPostalCode}
            onBlur={() => look(place)}
            isWrong={checkout.problem.value?.field === 'postal_code'}
          />
        )}
      </div>
      {showAddTaxId && (
        <Optional label="Buying for a business?" isOpen={isBusiness} onToggle={() => setIsBusiness(!isBusiness)}>
          <Field
            label="Business name"
            name="business"
            autocomplete="organization"
            maxLength={200}
            value={company}
            onInput={setCompany}
          />
          <Field label="Tax or VAT number" name="tax_identifier" maxLength={50} value={taxId} onInput={setTaxId} />
        </Optional>
      )}
      <button type="submit" class={isPart ? 'secondary' : 'primary'} disabled={checkout.isBusy.value}>
        {isPart ? (customer.id ? 'Save your details' : 'Use these details') : 'Continue'}
      </button>
    </form>
  );
}

function usualCountry({ countries }: Checkout): string {
  const country = countryOfBrowser();
  return country !== undefined && countries.includes(country) ? country : '';
}
