import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireProgram } from '#vitest/require-program.ts';
import { type Command, run } from '../../cli/testing/command.ts';
import { audit } from '../testing/audit.ts';
import { startReceiver } from '../testing/receiver.ts';

/** Limits the size of a process's files, in bytes, to simulate a full disk. */
function limitFiles({ pid }: Command, bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:unlimited`]);
  if (status !== 0) throw new Error(`Could not limit the process: ${stderr}`);
}

// Only Linux can limit a running process.
test('on a full disk only writes fail, each as a whole, until there is room again', async (context) => {
  requireProgram(context, 'prlimit', '--version');
  const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
  await using receiver = await startReceiver();
  const data = join(folder, 'data.sqlite');
  try {
    await using server = run([
      'start',
      '--json',
      '--port',
      '0',
      '--no-rate-limit',
      '--data',
      data,
      '--webhook-url',
      receiver.url,
    ]);
    const { url, apiKey } = JSON.parse(await server.line(/^\{/));
    const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
    const call = (method: string, path: string, body?: object) =>
      fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const create = () => call('POST', '/customers', { email: 'sam@example.com' });
    const count = async () => (await (await call('GET', '/customers')).json()).meta.pagination.estimated_total;
    await create();

    limitFiles(server, (await stat(`${data}-wal`)).size + 300_000);
    let created = 1;
    let answer = await create();
    for (; answer.status === 201; answer = await create()) created += 1;
    expect(answer.status).toBe(503);
    expect(answer.headers.get('X-Paddock-Hint')).toMatch(/^Could not use the data file: .*disk/);
    expect((await answer.json()).error).toMatchObject({ type: 'api_error', code: 'service_unavailable' });
    expect(await count()).toBe(created);

    limitFiles(server, 'unlimited');
    await Promise.all(Array.from({ length: 30 }, create));
    created += 30;
    // Deliveries are pending, since this process does not answer them while it waits.
    limitFiles(server, 1);
    expect((await call('PUT', '/_paddock/clock', { now: '2040-01-01T00:00:00Z' })).status).toBe(503);
    expect((await (await call('GET', '/_paddock/clock')).json()).now < '2040').toBe(true);
    // Deliveries made now cannot be recorded, and would be repeated without pause.
    const delivered = receiver.received();
    for (let reads = 0; reads < 100; reads += 1) expect(await count()).toBe(created);
    expect(receiver.received() - delivered).toBeLessThan(100);

    limitFiles(server, 'unlimited');
    expect((await create()).status).toBe(201);
    expect(await count()).toBe(created + 1);
    const settled = await call('POST', '/_paddock/deliveries/settle', { timeout_ms: 30_000 });
    expect((await settled.json()).settled).toBe(true);
    server.stop('SIGTERM');
    const { code, err } = await server.ended;
    expect(code).toBe(0);
    for (const line of err.trim().split('\n')) expect(line).toMatch(/^Could not use the data file: .*\.$/);
    const { problems, entities } = audit(data);
    expect(problems).toEqual([]);
    expect(entities.size).toBe(created + 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});
