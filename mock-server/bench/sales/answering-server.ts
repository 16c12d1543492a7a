/**
 * Baseline: bare Express that reads a body and answers what was computed before, under a new ID, and keeps it.
 * `node answering-server.ts PATH JSON` starts it on a free port.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import express from 'express';

const [path = '/', answer = '{}'] = process.argv.slice(2);
const data = JSON.parse(answer) as { readonly id?: string };
const kept = new Map<string, object>();

const app = express();
app.use(express.json());
app.post(path, (_request, response) => {
  const meta = { request_id: randomUUID() };
  if (data.id === undefined) {
    response.json({ data, meta });
    return;
  }
  const created = { ...data, id: `txn_${randomBytes(13).toString('hex')}`, created_at: new Date().toISOString() };
  kept.set(created.id, created);
  response.status(201).json({ data: created, meta });
});

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Could not determine the port of the server.');
  console.log(JSON.stringify({ url: `http://127.0.0.1:${address.port}` }));
});
