/**
 * Baseline: the API's customers as commonly written with bare Express, without authentication, limits, validation or
 * storage. `node express-server.ts COUNT` starts it on a free port with COUNT customers.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import express from 'express';
import { type Customer, customer } from '../workloads.ts';

const count = Number(process.argv[2] ?? 0);
const customers = new Map<string, Customer>();
for (let number = 0; number < count; number += 1) {
  const one = customer(number);
  customers.set(one.id, one);
}

const app = express();
app.use(express.json());

app.get('/customers/:id', (request, response) => {
  const found = customers.get(request.params.id);
  if (!found) {
    response.status(404).json({ error: { code: 'not_found' }, meta: { request_id: randomUUID() } });
    return;
  }
  response.json({ data: found, meta: { request_id: randomUUID() } });
});

app.post('/customers', (request, response) => {
  const now = new Date().toISOString();
  const created: Customer = {
    id: `ctm_${randomBytes(13).toString('hex')}`,
    name: request.body.name ?? null,
    email: request.body.email,
    marketing_consent: request.body.marketing_consent ?? false,
    status: 'active',
    custom_data: request.body.custom_data ?? {},
    locale: request.body.locale ?? null,
    created_at: now,
    updated_at: now,
    import_meta: null,
  };
  customers.set(created.id, created);
  response.status(201).json({ data: created, meta: { request_id: randomUUID() } });
});

app.get('/customers', (request, response) => {
  const { email, after } = request.query;
  const perPage = Math.min(Number(request.query.per_page ?? 50), 200);
  let matching = [...customers.values()].reverse();
  if (email) matching = matching.filter((one) => one.email === email);
  const from = after ? matching.findIndex((one) => one.id === after) + 1 : 0;
  const page = matching.slice(from, from + perPage);
  response.json({
    data: page,
    meta: {
      request_id: randomUUID(),
      pagination: {
        per_page: perPage,
        has_more: from + perPage < matching.length,
        next: page.at(-1)?.id ?? null,
        estimated_total: matching.length,
      },
    },
  });
});

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Could not determine the port of the server.');
  console.log(JSON.stringify({ url: `http://127.0.0.1:${address.port}` }));
});
