// Script of a page that calls Paddle's sandbox. It is bundled for a browser and never runs in Node.
import { setupWorker } from 'msw/browser';
import { handlers } from '../handlers.ts';

const base = 'https://sandbox-api.paddle.com/customers';

await setupWorker(...handlers({ url: `${location.origin}/mock` })).start({ quiet: true });
const { apiKey } = Object.fromEntries(new URLSearchParams(location.search));
const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
for (const email of ['sam@example.com', 'kim@example.com']) {
  await fetch(base, { method: 'POST', headers, body: JSON.stringify({ email }) });
}
const first = await (await fetch(`${base}?per_page=1`, { headers })).json();
const second = await (await fetch(first.meta.pagination.next, { headers })).json();
document.title = [...first.data, ...second.data].map(({ email }) => email).join(' ');
