import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { runHere } from './testing/in-process.ts';

const title = '\u001b]0;title\u0007\u009b2J';
// biome-ignore lint/suspicious/noControlCharactersInRegex: the tests look for them.
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/** Starts a server that answers everything with an error full of escape sequences, and returns its URL. */
async function startMisleading(): Promise<string> {
  const error = { type: 'request_error', code: 'bad_request', detail: `No.${title}` };
  const server = createServer((_, response) => {
    response.writeHead(400, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  // A server on a port has an address of this type.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function fileWith(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

test('paddock import prints neither escape sequences nor line ends of a file', async () => {
  await using paddock = await startPaddock();
  const id = `"x${title}\nAdded 9 customers."`;
  const file = await fileWith('customers.csv', `customer_id,email\n${id},sam@example.com\n`);
  const { out } = await runHere(['import', file, '--url', paddock.url, '--key', paddock.apiKey]);
  expect(out).toContain('u001b]0;title');
  expect(out).not.toMatch(steering);
  expect(out).not.toMatch(/^Added 9/m);
});

test.each([
  ['import', async () => [await fileWith('customers.csv', 'customer_id,email\n')]],
  ['trigger', async () => ['customer.created']],
  ['listen', async () => ['--forward-to', 'http://127.0.0.1:9/']],
] as const)("paddock %s shows no escape sequence of a server's error", async (command, args) => {
  const { out, err } = await runHere([command, ...(await args()), '--url', await startMisleading()]);
  expect(err).toContain('u001b]0;title');
  expect(out + err).not.toMatch(steering);
});
