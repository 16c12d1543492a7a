import { useSignal } from '@preact/signals';
import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../../load.ts';
import { Action, Form } from '../../parts/action.tsx';
import { boundTo, Choice, Proposals, Text } from '../../parts/field.tsx';
import { linkTo } from '../../route.ts';

type Paid = { id: string; status: string; payments: { status: string; error_code: string | null }[] };

type Page = operations['listEntities']['responses'][200]['content']['application/json'];

/** Transactions that can be paid, the newest first. */
const payablePath =
  '/_paddock/entities?kind=transactions&limit=100&where=status%3Dready&where=status%3Dbilled&where=status%3Dpast_due';

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
  const waiting = useLoaded<Page>(payablePath, 5_000);
  const paid = useSignal<Paid | undefined>(undefined);
  const payable = waiting.data?.entities.map(({ id }) => String(id)) ?? [];
  return (
    <section class="card" aria-labelledby="payment">
      <h2 id="payment">Test payment</h2>
      <Form label="Pay a transaction">
        <Text
          label="Transaction"
          required
          list="payable"
          placeholder="txn_…"
          value={transaction.value}
          onChange={(value) => {
            transaction.value = value.trim();
          }}
        />
        <Proposals id="payable" values={payable} />
        <Choice label="Card" {...boundTo(card)}>
          {cards.map(({ title, number }) => (
            <option key={number} value={number}>
              {number} {title}
            </option>
          ))}
        </Choice>
        <Action<Paid>
          isSubmit
          method="POST"
          path={`/_paddock/transactions/${encodeURIComponent(transaction.value || 'txn_')}/pay`}
          body={{ card: card.value }}
          onDone={(answer) => {
            paid.value = answer;
            void waiting.reload();
          }}
        >
          Pay
        </Action>
      </Form>
      {paid.value && (
        <p role="status">
          <a href={linkTo('state', 'entity', paid.value.id)}>{paid.value.id}</a> is {paid.value.status}: the payment is{' '}
          {paid.value.payments[0]?.error_code ?? paid.value.payments[0]?.status}.
        </p>
      )}
      <p class="quiet">
        {payable.length === 0 ? 'No transaction waits for a payment. ' : `${payable.length} can be paid. `}
        Each is under <a href={`${linkTo('state', 'transactions')}?where=status%3Dready`}>State</a> too, with a button
        for each outcome and the link to its checkout.
      </p>
    </section>
  );
}
