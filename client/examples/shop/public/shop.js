import { initializePaddle } from './paddle-js/index.esm.js';

const { clientToken, plans, user } = await (await fetch('/api/shop')).json();

const paddle = await initializePaddle({
  token: clientToken,
  environment: 'sandbox',
  eventCallback: ({ name }) => {
    if (name === 'checkout.completed') location.assign('/account.html');
  },
});

const country = document.querySelector('#country');
country.addEventListener('change', showPrices);
await showPrices();

/** Shows the plans at the prices of the chosen country. */
async function showPrices() {
  const items = plans.map(({ priceId }) => ({ priceId, quantity: 1 }));
  const { data } = await paddle.PricePreview({ items, address: { countryCode: country.value } });
  const list = document.querySelector('#plans');
  list.replaceChildren(...data.details.lineItems.map(rowOf));
}

function rowOf({ price, formattedTotals }) {
  const row = document.createElement('li');
  const heading = document.createElement('h2');
  heading.textContent = price.name;
  const amount = document.createElement('p');
  amount.textContent = `${formattedTotals.total} a month`;
  row.append(heading, amount, buttonFor(price, 'overlay'), buttonFor(price, 'inline'));
  return row;
}

function buttonFor({ id, name }, displayMode) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = displayMode === 'overlay' ? `Buy ${name}` : `Buy ${name} on this page`;
  button.addEventListener('click', () => {
    document.querySelector('#inline').hidden = displayMode === 'overlay';
    const inline = { frameTarget: 'checkout', frameInitialHeight: 450, frameStyle: 'width: 100%; border: 0' };
    paddle.Checkout.open({
      items: [{ priceId: id, quantity: 1 }],
      customer: { email: user.email },
      customData: { user_id: user.id },
      settings: { displayMode, ...(displayMode === 'inline' && inline) },
    });
  });
  return button;
}
