import { useState } from 'preact/hooks';
import type { Checkout } from './checkout.ts';
import { Discount } from './discount.tsx';
import { money, percent } from './locale.ts';
import { periodOf, type ShownItem, type View } from './view.ts';

/** Shows what is bought, and what it costs. */
export function Summary({ checkout, view }: { checkout: Checkout; view: View }) {
  const { page, data } = view;
  const { amounts } = page;
  const shown = (amount: number) => money(amount, view);
  const isOpen = page.can_edit && checkout.step.value !== 'challenge' && checkout.step.value !== 'done';
  return (
    <aside class="summary" aria-label="Order">
      <h1>
        <span class="due">{shown(amounts.due)}</span>
        <span class="due-when">{dueWhen(view)}</span>
      </h1>
      <ul class="items">
        {page.items.map((item, index) => (
          <Item
            key={data.items[index]?.price_id}
            item={item}
            shown={shown}
            {...(isOpen && { onQuantity: quantityChange(checkout, view, index) })}
          />
        ))}
      </ul>
      <dl class="totals">
        <Line name="Subtotal" amount={shown(amounts.subtotal)} />
        {amounts.discount !== null && <Line name={discountName(view)} amount={`−${shown(amounts.discount)}`} />}
        <Line name={taxName(page.tax_rates)} amount={shown(amounts.tax)} />
        {amounts.credit !== null && <Line name="Credit" amount={`−${shown(amounts.credit)}`} />}
        <Line name={isOpen || page.can_pay ? 'Due today' : 'Total'} amount={shown(amounts.due)} isTotal={true} />
        {amounts.recurring !== null && <Line name={recurringName(page.items)} amount={shown(amounts.recurring)} />}
      </dl>
      {isOpen && page.discounts_enabled && <Discount checkout={checkout} view={view} />}
    </aside>
  );
}

function dueWhen({ data, page }: View): string {
  if (data.status === 'completed' || data.status === 'paid') return 'paid';
  if (data.status === 'canceled') return 'canceled';
  return page.is_recurring ? 'due today' : 'to pay';
}

function Line({ name, amount, isTotal = false }: { name: string; amount: string; isTotal?: boolean }) {
  return (
    <div class={isTotal ? 'total' : ''}>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  );
}

type ItemProps = { item: ShownItem; shown: (amount: number) => string; onQuantity?: (quantity: number) => void };

function Item({ item, shown, onQuantity }: ItemProps) {
  const { name, description, quantity, minimum, maximum, unit, subtotal, billing_cycle, trial_period, image_url } =
    item;
  const terms = [
    billing_cycle && `every ${periodOf(billing_cycle)}`,
    trial_period && `after ${periodOf(trial_period)} of trial`,
  ];
  return (
    <li>
      <Picture url={image_url} name={name} />
      <div class="item">
        <strong>{name}</strong>
        <span class="hint">{[description, ...terms].filter(Boolean).join(', ')}</span>
        {onQuantity && maximum > minimum ? (
          <label class="quantity">
            <span>Quantity</span>
            <input
              type="number"
              min={minimum}
              max={maximum}
              value={quantity}
              onChange={({ currentTarget }) => {
                if (currentTarget.reportValidity() && currentTarget.valueAsNumber !== quantity)
                  onQuantity(currentTarget.valueAsNumber);
              }}
            />
          </label>
        ) : (
          <span class="hint">
            Quantity {quantity}
            {quantity > 1 && `, ${shown(unit)} each`}
          </span>
        )}
      </div>
      <span class="amount">{shown(subtotal)}</span>
    </li>
  );
}

/** Shows a product's picture, or its initial where there is none. */
function Picture({ url, name }: { url: string | null; name: string }) {
  const [isMissing, setIsMissing] = useState(!url);
  if (isMissing || !url) {
    return (
      <span class="initial" aria-hidden="true">
        {name.charAt(0)}
      </span>
    );
  }
  return <img src={url} alt="" width="40" height="40" onError={() => setIsMissing(true)} />;
}

function quantityChange(checkout: Checkout, { data }: View, changed: number) {
  return (quantity: number) =>
    void checkout.change({
      items: data.items.map((item, index) => ({
        price_id: item.price_id,
        quantity: index === changed ? quantity : item.quantity,
      })),
    });
}

function discountName({ data: { discount } }: View): string {
  return discount?.code ? `Discount ${discount.code}` : 'Discount';
}

function taxName(rates: readonly string[]): string {
  const [rate] = rates;
  if (rates.length !== 1 || rate === undefined || Number(rate) === 0) return 'Tax';
  return `Tax ${percent(rate)}`;
}

function recurringName(items: readonly ShownItem[]): string {
  const cycle = items.find(({ billing_cycle }) => billing_cycle)?.billing_cycle;
  return cycle ? `Then every ${periodOf(cycle)}` : 'Then';
}
