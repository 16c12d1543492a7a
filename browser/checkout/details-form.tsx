import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckoutInput } from '../shared/checkout/messages.ts';
import type { Checkout } from './checkout.ts';
import { Field, Optional } from './field.tsx';
import { countryOfBrowser, named } from './locale.ts';
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
  const form = useRef<HTMLFormElement>(null);
  const saved = useRef('');
  const heading = useRef<HTMLHeadingElement>(null);
  const needsPostalCode = checkout.postalCodeCountries.has(country);
  const { allowLogout = true, showAddTaxId = true } = checkout.settings;
  const isKnown = Boolean(customer.id) && !allowLogout;

  useEffect(() => {
    if (!isPart) heading.current?.focus({ preventScroll: true });
  }, [isPart]);

  const place = { country_code: country, postal_code: needsPostalCode ? postalCode || null : null };
  // The shop may say who buys, while this form is open.
  useEffect(() => {
    if (customer.email) setEmail(customer.email);
    if (address) {
      setCountry(address.country_code);
      setPostalCode(address.postal_code);
    }
    if (business) setIsBusiness(true);
    setCompany(business?.name ?? '');
    setTaxId(business?.tax_identifier ?? '');
  }, [customer.email, address?.country_code, address?.postal_code, business?.id]);

  const look = (address: NonNullable<CheckoutInput['address']>) => {
    if (address.country_code && !customer.id) void checkout.look(address);
  };
  const input: CheckoutInput = {
    ...(isKnown ? {} : { customer: { email } }),
    address: place,
    ...businessOf(isBusiness ? company : '', taxId, Boolean(business)),
  };
  const save = async (isAwaited: boolean) => {
    if (JSON.stringify(input) === saved.current) return true;
    const isSaved = await checkout.change(input, isAwaited);
    if (isSaved) saved.current = JSON.stringify(input);
    return isSaved;
  };
  if (isPart) checkout.saveDetails = async () => (form.current?.reportValidity() ?? false) && save(true);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await save(true)) checkout.step.value = 'payment';
  };
  const leave = () => {
    if (isPart && form.current?.checkValidity()) void save(false);
  };

  return (
    <form ref={form} onSubmit={submit} onFocusOut={leave} class="details">
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
            {named(checkout.countries).map(({ code, name, language }) => (
              <option key={code} value={code} lang={language}>
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
      {!isPart && (
        <button type="submit" class="primary" disabled={checkout.isBusy.value}>
          Continue
        </button>
      )}
    </form>
  );
}

/** Returns the business that buys; `null` takes one off. */
function businessOf(name: string, taxId: string, isKnown: boolean): Pick<CheckoutInput, 'business'> {
  if (name) return { business: { name, tax_identifier: taxId || null } };
  return isKnown ? { business: null } : {};
}

function usualCountry({ countries }: Checkout): string {
  const country = countryOfBrowser();
  return country !== undefined && countries.includes(country) ? country : '';
}
