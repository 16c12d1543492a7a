import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { startPaddock } from '../index.ts';

const sent = { email: 'zoe@example.com', name: 'Zoë 🛶' };
const bytes = Buffer.from(JSON.stringify(sent));
const json = 'Content-Type: application/json';
const known = (body: Buffer) => `Content-Length: ${body.length}`;
const marked = Buffer.concat([Buffer.from('\uFEFF'), bytes]);
const packed = gzipSync(bytes);
const withinLetter = bytes.indexOf(0xf0) + 2;

/** How a body may come: the headers that tell of it, and the pieces that it comes in. */
const ways: [how: string, headers: string[], pieces: Buffer[]][] = [
  ['as it is', [json, known(bytes)], [bytes]],
  ['said to be UTF-8', [`${json}; charset=UTF-8`, known(bytes)], [bytes]],
  [
    'in pieces that part a letter',
    [json, known(bytes)],
    [bytes.subarray(0, withinLetter), bytes.subarray(withinLetter)],
  ],
  ['behind a mark of byte order', [json, known(marked)], [marked]],
  ['without its length', [json, 'Transfer-Encoding: chunked'], [chunk(bytes), chunk(Buffer.alloc(0))]],
  ['compressed', [json, 'Content-Encoding: gzip', known(packed)], [packed]],
];

describe('a body', () => {
  test.each(ways)('is read %s', async (_how, headers, pieces) => {
    await using paddock = await startPaddock();
    const socket = await open(paddock.url, [...headers, `Authorization: Bearer ${paddock.apiKey}`]);
    for (const piece of pieces) await write(socket, piece);
    const answer = await firstAnswer(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 201 /);
    const [request] = await paddock.requests.list();
    expect(request?.response_body).toMatchObject({ data: sent });
  });

  test('that ends with its connection is no bug', async () => {
    const bugs: unknown[] = [];
    await using paddock = await startPaddock({ onBug: (error) => bugs.push(error) });
    const socket = await open(paddock.url, [json, known(bytes), `Authorization: Bearer ${paddock.apiKey}`]);
    await write(socket, bytes.subarray(0, 5));
    socket.destroy();
    await vi.waitFor(async () =>
      expect(await paddock.requests.list()).toMatchObject([{ operation_id: 'createCustomer' }]),
    );
    expect(bugs).toEqual([]);
  });
});

function chunk(piece: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
}

async function open(url: string, headers: readonly string[]): Promise<Socket> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', noDelay: true });
  await write(socket, ['POST /customers HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n'));
  return socket;
}

/** Resolves when the system has taken it. */
function write(socket: Socket, piece: Buffer | string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

function firstAnswer(socket: Socket): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('error', reject);
  }).finally(() => socket.destroy());
}
