import { render } from 'preact';
import type { ToFrame } from '../shared/checkout/messages.ts';
import { App } from './app.tsx';
import { Checkout } from './checkout.ts';
import { countryOfBrowser } from './locale.ts';
import { shopAround } from './shop.ts';

const query = new URLSearchParams(window.location.search);
const checkout = new Checkout();
const shop = shopAround(receive);
checkout.connect(shop);

const root = document.documentElement;
root.dataset['display'] = shop.isFramed ? (query.get('display') ?? 'overlay') : 'page';
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;

const place = document.getElementById('app');
if (place) {
  render(<App checkout={checkout} display={root.dataset['display']} />, place);
  if (shop.isFramed) {
    new ResizeObserver(() => {
      shop.tell({ from: 'paddock-frame', type: 'height', height: Math.ceil(place.getBoundingClientRect().height) });
    }).observe(place);
  } else void checkout.open({ transaction_id: query.get('_ptxn') ?? '' }, {});
}

function receive(message: ToFrame): void {
  if (message.type === 'change') {
    void checkout.follow(message);
    return;
  }
  const { input } = message;
  const isKnown = input.customer || input.customer_auth_token || input.upsell_transaction_id || input.address;
  const country = countryOfBrowser();
  // Paddle finds the country of an unknown visitor by the IP address.
  const located = isKnown || !input.items || !country ? input : { ...input, address: { country_code: country } };
  void checkout.open(located, message.settings);
}
