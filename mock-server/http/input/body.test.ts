import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';
import { readSpec } from '../../spec/spec.ts';

const sent = { email: 'zoe@example.com', name: 'Zoë 🛶' };
const bytes = Buffer.from(JSON.stringify(sent));
const json = 'Content-Type: application/json';
const type = { 'Content-Type': 'application/json' };
const known = (body: Buffer) => `Content-Length: ${body.length}`;
const marked = Buffer.concat([Buffer.from('\uFEFF'), bytes]);
const packed = gzipSync(bytes);
const withinLetter = bytes.indexOf(0xf0) + 2;

/** Ways to send a body: its headers, and the pieces it is sent in. */
const ways: [how: string, headers: string[], pieces: Buffer[]][] = [
  ['as it is', [json, known(bytes)], [bytes]],
  ['with its charset', [`${json}; charset=UTF-8`, known(bytes)], [bytes]],
  [
    'in pieces that split a character',
    [json, known(bytes)],
    [bytes.subarray(0, withinLetter), bytes.subarray(withinLetter)],
  ],
  ['with a byte order mark', [json, known(marked)], [marked]],
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
    expect(request).toMatchObject({ body: sent, response_body: { data: sent } });
  });

  test('longer than one chunk is read whole', async () => {
    await using paddock = await startPaddock();
    const long = { email: 'zoe@example.com', custom_data: { text: 'é🛶'.repeat(30_000) } };
    const response = await post(paddock, Buffer.from(JSON.stringify(long)), type);
    expect((await response.json()).data).toMatchObject(long);
  });

  test.each([
    ['of the maximum size', bytes.length, {}, 201],
    ['one byte larger', bytes.length - 1, {}, 413],
    ['of the maximum size, with a parameter', bytes.length, { 'Content-Type': 'application/json; v=1' }, 201],
    ['one byte larger, with a parameter', bytes.length - 1, { 'Content-Type': 'application/json; v=1' }, 413],
  ])('%s is answered as Paddle does', async (_what, maxBodyBytes, headers, status) => {
    await using paddock = await startPaddock({ maxBodyBytes });
    const response = await post(paddock, bytes, { ...type, ...headers });
    expect(response.status).toBe(status);
    // The rest of an unread body must not be parsed as the next request.
    expect(response.headers.get('connection')).toBe(status === 413 ? 'close' : 'keep-alive');
  });

  test('cut off with its connection is no bug', async () => {
    const bugs: unknown[] = [];
    await using paddock = await startPaddock({ onBug: (error) => bugs.push(error) });
    const socket = await open(paddock.url, [json, known(bytes), `Authorization: Bearer ${paddock.apiKey}`]);
    await write(socket, bytes.subarray(0, 5));
    socket.destroy();
    await expect
      .poll(() => paddock.requests.list())
      .toMatchObject([{ operation_id: 'createCustomer', error_code: 'bad_request', body: null }]);
    expect(bugs).toEqual([]);
  });
});

describe('a body that is too large is refused before it has arrived', () => {
  const long = 'x'.repeat(100_000);
  const chunked = ['Transfer-Encoding: chunked', `${long.length.toString(16)}\r\n${long}`] as const;
  const known = ['Content-Length: 99999999', 'x'] as const;

  test.each([
    ['with its length', json, known],
    ['without its length', json, chunked],
    ['without its length, of another charset', `${json}; charset=utf-16`, chunked],
  ])('%s', async (_how, about, [length, body]) => {
    await using paddock = await startPaddock({ maxBodyBytes: 1000 });
    const socket = await open(paddock.url, [about, length, `Authorization: Bearer ${paddock.apiKey}`]);
    socket.write(body.startsWith('x') ? body : `${body}\r\n`);
    const answer = await wholeAnswer(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*request_body_too_large/s);
    expect(answer).toMatch(/^Connection: close\r$/im);
  });

  test('once decompressed', async () => {
    await using paddock = await startPaddock({ maxBodyBytes: 1000 });
    const bomb = gzipSync('x'.repeat(10_000_000));
    const about = [json, 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'];
    const socket = await open(paddock.url, [...about, `Authorization: Bearer ${paddock.apiKey}`]);
    socket.write(`400\r\n`);
    socket.write(bomb.subarray(0, 1024));
    expect(await wholeAnswer(socket)).toMatch(/^HTTP\/1\.1 413 .*request_body_too_large/s);
  });

  test.each(['Content-Length: 99999999999', 'Transfer-Encoding: chunked'])(
    'on the control plane, with %s',
    async (length) => {
      await using paddock = await startPaddock();
      const socket = await open(paddock.url, [json, length], 'POST /_paddock/seed');
      const piece = Buffer.alloc(1024 * 1024, 'x');
      const isChunked = length.startsWith('Transfer');
      socket.on('error', () => {});
      for (let count = 0; isChunked && count < 66; count += 1) socket.write(Buffer.concat([chunk(piece)]));
      expect(await wholeAnswer(socket)).toMatch(/^HTTP\/1\.1 413 .*invalid_request/s);
    },
  );

  test('even if a fault answers', async () => {
    await using paddock = await startPaddock();
    const headers = [json, 'Content-Length: 99999999', 'X-Paddock-Fault: 503'];
    const socket = await open(paddock.url, [...headers, `Authorization: Bearer ${paddock.apiKey}`]);
    expect(await wholeAnswer(socket)).toMatch(/^HTTP\/1\.1 503 /);
  });
});

describe('an unusable body', () => {
  const types: [type: string | undefined, code: string][] = [
    ['application/json', 'bad_request'],
    ['Application/JSON ;charset="utf-8"', 'bad_request'],
    ['application/json; charset=utf-8; v=1', 'bad_request'],
    ['application/json; charset=latin1', 'unsupported_media_type'],
    ['application/jsonx', 'unsupported_media_type'],
    ['x-application/json', 'unsupported_media_type'],
    ['text/plain', 'unsupported_media_type'],
    [undefined, 'unsupported_media_type'],
  ];

  test('has another type, or none', async () => {
    await using paddock = await startPaddock();
    for (const [name, code] of types) {
      const headers: Record<string, string> = name === undefined ? {} : { 'Content-Type': name };
      expect([name, await codeOf(post(paddock, Buffer.from('{}'), headers))]).toEqual([name, code]);
    }
  });

  const texts: [what: string, text: string, code: string][] = [
    ['200 levels', nested(200), 'bad_request'],
    ['201 levels', nested(201), 'invalid_json'],
    ['200 levels, of which some are lists', nested(197, '[null, 1, [{}]]'), 'bad_request'],
    ['201 levels, of which some are lists', nested(198, '[null, 1, [{}]]'), 'invalid_json'],
    ['an early end', nested(2).slice(0, -1), 'invalid_json'],
    ['nothing but spaces', ' ', 'invalid_json'],
    ['no object', '1', 'bad_request'],
  ];

  test('is invalid JSON or nested too deeply, compressed or not', async () => {
    await using paddock = await startPaddock();
    for (const [what, text, code] of texts) {
      const plain = await codeOf(post(paddock, Buffer.from(text), type));
      const compressed = await codeOf(post(paddock, gzipSync(text), { ...type, 'Content-Encoding': 'gzip' }));
      expect([what, plain, compressed]).toEqual([what, code, code]);
    }
  });

  const unwanted: [header: string, body: string, status: number][] = [
    ['Content-Length: 0', '', 200],
    ['Content-Length: 1', '1', 400],
    ['Transfer-Encoding: chunked', '0\r\n\r\n', 400],
  ];

  test('is sent to an operation without one', async () => {
    await using paddock = await startPaddock();
    for (const [header, body, status] of unwanted) {
      const headers = [header, `Authorization: Bearer ${paddock.apiKey}`];
      const socket = await open(paddock.url, headers, 'GET /event-types');
      await write(socket, body);
      const answer = await firstAnswer(socket);
      expect([header, answer]).toEqual([header, expect.stringContaining(`HTTP/1.1 ${status} `)]);
      expect(answer.includes('"unexpected_request_body"')).toBe(status === 400);
    }
  });

  test('is mostly blank, and sent to an operation that takes an empty object', async () => {
    await using paddock = await startPaddock();
    const answer = fetch(`${paddock.url}/subscriptions/sub_01h04vsc0qhwtsbsxh3422wjs4/activate`, {
      method: 'POST',
      headers: { ...type, Authorization: `Bearer ${paddock.apiKey}` },
      body: `${' '.repeat(500_000)}1`,
    });
    expect(await codeOf(answer)).toBe('unexpected_request_body');
  });
});

/** Nested objects, with a JSON value in the innermost. No operation accepts them. */
function nested(levels: number, innermost = '1'): string {
  return '{"a":'.repeat(levels) + innermost + '}'.repeat(levels);
}

test('an empty object counts as no body, unless the document refuses it or the method is GET', () => {
  const read = (operation: object, method = 'post') =>
    [
      ...readSpec({
        ...empty,
        paths: { '/x': { [method]: { ...operation, operationId: 'x', responses: {} } } },
      }).operations.values(),
    ].map(({ isEmptyBodyTaken }) => isEmptyBodyTaken);
  expect([...read({}), ...read({ 'x-empty-body': 'refused' }), ...read({}, 'get')]).toEqual([true, false, false]);
});

const empty = { components: { schemas: {} } };

function post({ url, apiKey }: Paddock, body: Buffer<ArrayBuffer>, headers: Record<string, string>) {
  return fetch(`${url}/customers`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${apiKey}`, ...headers },
    body,
  });
}

async function codeOf(answer: Promise<Response>): Promise<string> {
  return (await (await answer).json()).error.code;
}

function chunk(piece: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
}

async function open(url: string, headers: readonly string[], line = 'POST /customers'): Promise<Socket> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', noDelay: true });
  await write(socket, [`${line} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n'));
  return socket;
}

/** Resolves when the operating system has accepted the bytes. */
function write(socket: Socket, piece: Buffer | string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

/** Reads until the server closes the connection. */
async function wholeAnswer(socket: Socket): Promise<string> {
  const pieces: Buffer[] = [];
  socket.on('data', (piece) => pieces.push(piece));
  await new Promise((resolve) => socket.once('close', resolve));
  return Buffer.concat(pieces).toString();
}

function firstAnswer(socket: Socket): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('error', reject);
  }).finally(() => socket.destroy());
}
