import { useEffect, useRef } from 'preact/hooks';
import type { Checkout } from './checkout.ts';
import { money } from './locale.ts';
import type { View } from './view.ts';

type Props = { checkout: Checkout; view: View };

/** Focuses a heading when it appears, so that a screen reader announces it. */
function useHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}

/** Stands in for the page on which a bank asks its customer to confirm a payment. */
export function Challenge({ checkout, view }: Props) {
  const heading = useHeading();
  const card = view.page.card;
  return (
    <section class="outcome">
      <h2 ref={heading} tabIndex={-1}>
        Confirm your payment
      </h2>
      <p>
        Your bank asks you to confirm {money(view.page.amounts.due, view)}
        {card && ` with the card ending in ${card.last4}`}. This is 3-D Secure; in test mode you decide how it ends.
      </p>
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={checkout.isBusy.value}
          onClick={() => checkout.pay({ authentication: 'succeed' })}
        >
          Confirm
        </button>
        <button
          type="button"
          class="secondary"
          disabled={checkout.isBusy.value}
          onClick={() => checkout.pay({ authentication: 'fail' })}
        >
          Refuse
        </button>
      </div>
    </section>
  );
}

export function Done({ checkout, view }: Props) {
  const heading = useHeading();
  const { status, customer, transaction_id } = view.data;
  const isPaid = status === 'completed' || status === 'paid';
  return (
    <section class="outcome">
      {isPaid && (
        <span class="tick" aria-hidden="true">
          ✓
        </span>
      )}
      <h2 ref={heading} tabIndex={-1}>
        {isPaid ? 'Thank you, your payment was successful' : 'Nothing is to be paid here'}
      </h2>
      {isPaid ? (
        <p>
          {customer.email ? `Paddle would send the receipt to ${customer.email}. ` : ''}Transaction {transaction_id}.
        </p>
      ) : (
        <p>The transaction is {status.replace('_', ' ')}.</p>
      )}
      {document.documentElement.dataset['display'] === 'overlay' && (
        <button type="button" class="primary" onClick={() => checkout.close()}>
          Close
        </button>
      )}
    </section>
  );
}

export function Failed({ message }: { message: string }) {
  const heading = useHeading();
  return (
    <main class="outcome">
      <h2 ref={heading} tabIndex={-1}>
        This checkout cannot be opened
      </h2>
      <p role="alert">{message}</p>
    </main>
  );
}
