import { useSignal } from '@preact/signals';
import { Action } from '../../parts/action.tsx';
import { linkTo } from '../../route.ts';

type Paid = { id: string; status: string; payments: { status: string; error_code: string | null }[] };

const cards = [
  { title: 'pays', number: '4242 4242 4242 4242' },
  { title: 'is declined', number: '4000 0000 0000 0002' },
  { title: 'asks for 3-D Secure', number: '4000 0038 0000 0446' },
  { title: 'pays once, then fails', number: '4000 0027 6000 3184' },
];

/** A payment with one of Paddle's test cards. */
export function Payment() {
  const transaction = useSignal('');
  const card = useSignal(cards[0]?.number ?? '');
  const paid = useSignal<Paid | undefined>(undefined);
  return (
    <section class="card" aria-labelledby="payment">
      <h2 id="payment">Test payment</h2>
      <div class="filters">
        <label>
          Transaction
          <input
            type="text"
            placeholder="txn_…"
            onInput={({ currentTarget }) => {
              transaction.value = currentTarget.value.trim();
            }}
          />
        </label>
        <label>
          Card
          <select
            value={card.value}
            onChange={({ currentTarget }) => {
              card.value = currentTarget.value;
            }}
          >
            {cards.map(({ title, number }) => (
              <option key={number} value={number}>
                {number} {title}
              </option>
            ))}
          </select>
        </label>
        <Action<Paid>
          method="POST"
          path={`/_paddock/transactions/${encodeURIComponent(transaction.value || 'txn_')}/pay`}
          body={{ card: card.value }}
          onDone={(answer) => {
            paid.value = answer;
          }}
        >
          Pay
        </Action>
      </div>
      {paid.value && (
        <p role="status">
          <a href={linkTo('state', 'entity', paid.value.id)}>{paid.value.id}</a> is {paid.value.status}: the payment is{' '}
          {paid.value.payments[0]?.error_code ?? paid.value.payments[0]?.status}.
        </p>
      )}
      <p class="quiet">
        Transactions that can be paid are under <a href={linkTo('state', 'transactions')}>State</a>, each with its own
        button.
      </p>
    </section>
  );
}
