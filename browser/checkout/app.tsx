import { useEffect, useRef } from 'preact/hooks';
import type { Checkout } from './checkout.ts';
import { DetailsForm } from './details-form.tsx';
import { Discount } from './discount.tsx';
import { Challenge, Done, Failed } from './outcomes.tsx';
import { PaymentForm } from './payment-form.tsx';
import { Summary } from './summary.tsx';

/** The whole checkout: a page of its own, a dialog above a shop's page, or a form inside it. */
export function App({ checkout, display }: { checkout: Checkout; display: string }) {
  const isOverlay = display === 'overlay';
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && isOverlay && !checkout.isBusy.value) checkout.close();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [checkout, isOverlay]);
  const frame = isOverlay ? ({ role: 'dialog', 'aria-modal': true, 'aria-label': 'Checkout' } as const) : {};
  return (
    <div class="stage">
      <div class="sheet" {...frame}>
        {isOverlay && (
          <button type="button" class="close" onClick={() => checkout.close()} aria-label="Close the checkout">
            ×
          </button>
        )}
        <Content checkout={checkout} isForm={display === 'inline'} />
        <footer class="mode">Test mode. Paddock stands in for Paddle’s checkout, and no money moves.</footer>
      </div>
    </div>
  );
}

function Content({ checkout, isForm }: { checkout: Checkout; isForm: boolean }) {
  const view = checkout.view.value;
  if (checkout.failure.value !== undefined) return <Failed message={checkout.failure.value} />;
  if (!view) {
    return (
      <main class="loading" aria-busy="true">
        <p role="status">Loading the checkout…</p>
      </main>
    );
  }
  const { color, can_edit } = view.page;
  const isOpen = can_edit && (checkout.step.value === 'details' || checkout.step.value === 'payment');
  return (
    <div class={isForm ? 'columns only-form' : 'columns'} style={color ? { '--accent': color } : {}}>
      {!isForm && <Summary checkout={checkout} view={view} />}
      <main>
        <Problem checkout={checkout} />
        {isForm && <h1 class="unseen">Checkout</h1>}
        <CurrentStep checkout={checkout} />
        {isForm && isOpen && view.page.discounts_enabled && <Discount checkout={checkout} view={view} />}
      </main>
    </div>
  );
}

function CurrentStep({ checkout }: { checkout: Checkout }) {
  const step = checkout.step.value;
  const view = checkout.view.value;
  if (!view) return null;
  if (step === 'done') return <Done checkout={checkout} view={view} />;
  if (step === 'challenge') return <Challenge checkout={checkout} view={view} />;
  if (checkout.isOnePage && view.page.can_edit) {
    return (
      <>
        <DetailsForm checkout={checkout} view={view} isPart={true} />
        <PaymentForm checkout={checkout} view={view} isPart={true} />
      </>
    );
  }
  if (step === 'details') return <DetailsForm checkout={checkout} view={view} isPart={false} />;
  return <PaymentForm checkout={checkout} view={view} isPart={false} />;
}

function Problem({ checkout }: { checkout: Checkout }) {
  const place = useRef<HTMLParagraphElement>(null);
  const problem = checkout.problem.value;
  useEffect(() => {
    if (problem) place.current?.focus();
  }, [problem]);
  return (
    <div class="live" aria-live="assertive">
      {problem && (
        <p class="problem" ref={place} tabIndex={-1}>
          {problem.message}
        </p>
      )}
    </div>
  );
}
