import { Field } from './field.tsx';

export type CardEntry = { number: string; expiry: string; cvc: string; name: string; save: boolean };

export const emptyCard: CardEntry = { number: '', expiry: '', cvc: '', name: '', save: false };

/** Paddle's test cards, and what they do. @evidence official */
const testCards = [
  ['4242 4242 4242 4242', 'pays'],
  ['4000 0566 5566 5556', 'pays, a debit card'],
  ['4000 0038 0000 0446', 'asks for 3-D Secure'],
  ['4000 0000 0000 0002', 'is declined'],
  ['4000 0027 6000 3184', 'pays once, later charges fail'],
] as const;

/** Lies in the future of any clock that a test may have set. */
const usualExpiry = '12/99';

type Props = {
  card: CardEntry;
  onChange: (card: CardEntry) => void;
  /** Called when the buyer begins to enter a card. */
  onChoose: () => void;
  canSave: boolean;
  isWrong: boolean;
};

/** Asks for a card. */
export function CardFields({ card, onChange, onChoose, canSave, isWrong }: Props) {
  const set = (fields: Partial<CardEntry>) => {
    onChoose();
    onChange({ ...card, ...fields });
  };
  return (
    <fieldset class="card">
      <legend class="unseen">Card</legend>
      <Field
        label="Card number"
        name="card"
        inputMode="numeric"
        autocomplete="cc-number"
        placeholder="4242 4242 4242 4242"
        required
        maxLength={23}
        value={card.number}
        onInput={(number) => set({ number: grouped(number) })}
        isWrong={isWrong}
      />
      <Field
        label="Name on card"
        name="name"
        autocomplete="cc-name"
        maxLength={100}
        value={card.name}
        onInput={(name) => set({ name })}
      />
      <div class="row">
        <Field
          label="Expiry"
          name="expiry"
          inputMode="numeric"
          autocomplete="cc-exp"
          placeholder="MM/YY"
          required
          maxLength={7}
          value={card.expiry}
          onInput={(expiry) => set({ expiry: expiry.length > card.expiry.length ? slashed(expiry) : expiry })}
        />
        <Field
          label="Security code"
          name="cvc"
          inputMode="numeric"
          autocomplete="cc-csc"
          placeholder="CVC"
          required
          minLength={3}
          maxLength={4}
          value={card.cvc}
          onInput={(cvc) => set({ cvc })}
        />
      </div>
      {canSave && (
        <label class="check">
          <input
            type="checkbox"
            checked={card.save}
            onChange={({ currentTarget }) => set({ save: currentTarget.checked })}
          />
          Save this card for next time
        </label>
      )}
      <details class="test-cards">
        <summary>Test cards</summary>
        <ul>
          {testCards.map(([number, effect]) => (
            <li key={number}>
              <button
                type="button"
                class="link"
                onClick={() => set({ number, expiry: usualExpiry, cvc: '100', name: card.name })}
              >
                {number}
              </button>{' '}
              {effect}
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

function grouped(number: string): string {
  return number
    .replaceAll(/[^\d]/g, '')
    .replaceAll(/(\d{4})(?=\d)/g, '$1 ')
    .trim();
}

/** Adds the slash as soon as the month is there. */
function slashed(expiry: string): string {
  return /^\d{2}$/.test(expiry) ? `${expiry}/` : expiry;
}
