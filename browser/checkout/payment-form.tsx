import { useEffect, useRef, useState } from 'preact/hooks';
import { type CardEntry, CardFields, emptyCard } from './card-fields.tsx';
import type { Checkout } from './checkout.ts';
import { money } from './locale.ts';
import { namesOfAllowed, offeredMethods } from './payment-methods.ts';
import { periodOf, type SavedMethod, type View } from './view.ts';

/** Asks how to pay. */
export function PaymentForm({ checkout, view, isPart }: { checkout: Checkout; view: View; isPart: boolean }) {
  const { page, data } = view;
  const { settings } = checkout;
  const { card: takesCard, saved: methods } = offeredMethods(settings, page.saved_methods);
  const [picked, setPicked] = useState(settings.savedPaymentMethodId);
  const isKnown = picked === 'card' || methods.some(({ id }) => id === picked);
  const chosen = (isKnown ? picked : undefined) ?? methods[0]?.id ?? 'card';
  const [card, setCard] = useState<CardEntry>(emptyCard);
  const heading = useRef<HTMLHeadingElement>(null);
  const isSaved = methods.some(({ id }) => id === chosen);
  const hasNone = page.needs_payment_method && !takesCard && methods.length === 0;
  const isReady = (page.can_pay || isPart) && !checkout.isBusy.value;

  useEffect(() => {
    if (!isPart) heading.current?.focus({ preventScroll: true });
  }, [isPart]);
  useEffect(() => {
    if (hasNone) checkout.refuseMethods();
  }, [checkout, hasNone]);
  // The shop may choose one while this form is open.
  useEffect(() => setPicked(settings.savedPaymentMethodId), [settings.savedPaymentMethodId]);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (isPart && checkout.saveDetails && !(await checkout.saveDetails())) return;
    if (!page.needs_payment_method) return checkout.pay({});
    checkout.choose(methods.find(({ id }) => id === chosen)?.type ?? 'card');
    if (isSaved) return checkout.pay({ payment_method_id: chosen });
    const { number, expiry, cvc, name, save } = card;
    return checkout.pay({ card: number, expiry, cvc, ...(name && { cardholder_name: name }), ...(save && { save }) });
  };

  return (
    <form class="payment" onSubmit={submit}>
      <h2 ref={heading} tabIndex={-1}>
        Payment
      </h2>
      {!isPart && data.customer.email && <Buyer checkout={checkout} view={view} />}
      {hasNone && (
        <p class="problem" role="alert">
          None of the payment methods that this shop allows is available here: {namesOfAllowed(settings)}. Paddock
          emulates cards and saved payment methods.
        </p>
      )}
      {page.needs_payment_method && !hasNone && (
        <>
          {methods.length > 0 && (
            <Methods methods={methods} takesCard={takesCard} chosen={chosen} onChoose={setPicked} />
          )}
          {!isSaved && (
            <CardFields
              card={card}
              onChange={setCard}
              onChoose={() => checkout.choose('card')}
              canSave={page.saving_enabled && !page.is_recurring}
              isWrong={checkout.problem.value?.field === 'card'}
            />
          )}
        </>
      )}
      {!hasNone && (
        <button type="submit" class="primary" disabled={!isReady}>
          {checkout.isBusy.value ? 'One moment…' : labelOf(view)}
        </button>
      )}
      <Terms view={view} />
      {checkout.settings.upsell?.showSkipButton && (
        <button type="button" class="link" onClick={() => checkout.skipUpsell()}>
          No, thanks
        </button>
      )}
    </form>
  );
}

function labelOf(view: View): string {
  const { amounts, is_recurring, needs_payment_method, items } = view.page;
  if (items.some(({ trial_period, is_charged_now }) => trial_period && !is_charged_now)) return 'Start the trial';
  if (!needs_payment_method) return 'Complete the order';
  const due = money(amounts.due, view);
  return is_recurring ? `Subscribe for ${due}` : `Pay ${due}`;
}

function Buyer({ checkout, view }: { checkout: Checkout; view: View }) {
  const { email, address, business } = view.data.customer;
  const place = [address?.country_code, address?.postal_code].filter(Boolean).join(' ');
  const { allowLogout = true } = checkout.settings;
  return (
    <div class="buyer">
      <p>
        {email}
        <br />
        {[business?.name, place].filter(Boolean).join(', ')}
      </p>
      {view.page.can_edit && (
        <div class="links">
          <button
            type="button"
            class="link"
            onClick={() => {
              checkout.step.value = 'details';
            }}
          >
            Change
          </button>
          {allowLogout && (
            <button type="button" class="link" onClick={() => void checkout.forgetBuyer()}>
              Not you?
            </button>
          )}
        </div>
      )}
    </div>
  );
}

type MethodsProps = {
  methods: readonly SavedMethod[];
  takesCard: boolean;
  chosen: string;
  onChoose: (id: string) => void;
};

function Methods({ methods, takesCard, chosen, onChoose }: MethodsProps) {
  const choices = [
    ...methods.map((method) => ({ id: method.id, label: nameOf(method) })),
    ...(takesCard ? [{ id: 'card', label: 'Another card' }] : []),
  ];
  return (
    <fieldset class="methods">
      <legend>Pay with</legend>
      {choices.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" name="method" checked={chosen === id} onChange={() => onChoose(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function nameOf({ type, card }: SavedMethod): string {
  if (!card) return type;
  const brand = `${card.type.charAt(0).toUpperCase()}${card.type.slice(1)}`;
  return `${brand} ending in ${card.last4}, until ${card.expiry_month}/${card.expiry_year}`;
}

function Terms({ view }: { view: View }) {
  const { page } = view;
  const { recurring } = page.amounts;
  const cycle = page.items.find(({ billing_cycle }) => billing_cycle)?.billing_cycle;
  if (recurring === null || !cycle) return null;
  return (
    <p class="hint">
      Renews at {money(recurring, view)} every {periodOf(cycle)}, until you cancel.
    </p>
  );
}
