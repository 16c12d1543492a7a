import { useState } from 'preact/hooks';
import type { Checkout } from './checkout.ts';
import { Field, Optional } from './field.tsx';
import type { View } from './view.ts';

/** Takes a discount code, or takes a discount off. */
export function Discount({ checkout, view }: { checkout: Checkout; view: View }) {
  const [code, setCode] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const { showAddDiscounts = true, allowDiscountRemoval = true } = checkout.settings;
  if (view.data.discount) {
    if (!allowDiscountRemoval) return null;
    return (
      <button type="button" class="link" onClick={() => void checkout.change({ discount_id: null })}>
        Remove the discount
      </button>
    );
  }
  if (!showAddDiscounts) return null;
  const apply = async (event: Event) => {
    event.preventDefault();
    if (await checkout.change({ discount_code: code })) setCode('');
  };
  return (
    <Optional label="Add a discount code" isOpen={isAsked} onToggle={() => setIsAsked(!isAsked)}>
      <form class="row discount" onSubmit={apply}>
        <Field
          label="Discount code"
          name="discount"
          required
          maxLength={32}
          autocomplete="off"
          value={code}
          onInput={setCode}
        />
        <button type="submit" class="secondary" disabled={checkout.isBusy.value}>
          Apply
        </button>
      </form>
    </Optional>
  );
}
