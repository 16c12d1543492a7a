import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { freshApiKey } from '../state/fresh-api-key.ts';
import { startProcess } from './start-process.ts';
import { percentile } from './statistics.ts';
import { type Aim, renderAim, renderTable } from './table.ts';
import { type Send, type WorstInput, worstInputs } from './worst-inputs.ts';
import { worstRequests } from './worst-requests.ts';

/** Milliseconds between two requests of the account that looks on. They come on time, whatever the last one took. */
const lookEveryMs = 5;
/** How long it looks on at least, so that a short attack is seen too. */
const lookMsAtLeast = 500;
const aim: Aim = { atMost: 100 };

/**
 * Replays the worst inputs known, one after the other, and measures what another account of the server waits for meanwhile.
 *
 * @param named measures only those whose title has this text
 */
export async function measureHostile(log: (line: string) => void, named = ''): Promise<string> {
  const rows: string[][] = [];
  for (const input of [...worstInputs, ...worstRequests].filter(({ title }) => title.includes(named))) {
    const { tookMs, waits } = await measureOne(input);
    const [p99, longest] = [percentile(waits, 99), Math.max(...waits)];
    const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
    rows.push([input.title, ms(tookMs), ms(p99), ms(longest), renderAim(aim, p99)]);
    log(rows.at(-1)?.join('  ') ?? '');
  }
  return renderTable(['Worst inputs', 'takes', 'others wait, p99', 'at most', 'to reach, in ms'], rows);
}

/** In a server of its own, so that no input suffers from the one before. */
async function measureOne({ prepare, attack }: WorstInput): Promise<{ tookMs: number; waits: number[] }> {
  const command = 'mock-server/cli.ts start --port 0 --json --no-rate-limit --profile official'.split(' ');
  await using server = await startProcess([process.execPath, ...command], { ready: /"url"/ });
  const { url } = JSON.parse(server.line);
  const [attacker, onlooker] = [new Pool(url, { connections: 50 }), new Pool(url, { connections: 50 })];
  const send = sender(attacker);
  await prepare?.(send);
  const look = sender(onlooker);
  for (let number = 0; number < 50; number += 1)
    await look('POST', '/customers', { email: `bob.${number}@example.com` });
  const stop = new AbortController();
  const looking = lookOn(look, stop.signal);
  await pause(50);
  const begin = performance.now();
  await attack(send);
  const tookMs = performance.now() - begin;
  await pause(Math.max(100, lookMsAtLeast - tookMs));
  stop.abort();
  const waits = await looking;
  await Promise.all([attacker.close(), onlooker.close()]);
  return { tookMs, waits };
}

/** Asks at fixed times until it is stopped, and tells how long each answer took, counted from when it was to be asked for. */
async function lookOn(look: Send, signal: AbortSignal): Promise<number[]> {
  const answers: Promise<number>[] = [];
  const begin = performance.now();
  for (let number = 0; !signal.aborted; number += 1) {
    const due = begin + number * lookEveryMs;
    await pause(Math.max(0, due - performance.now()));
    answers.push(look('GET', '/customers?per_page=10').then(() => performance.now() - due));
  }
  return Promise.all(answers);
}

function sender(pool: Pool): Send {
  const headers = { Authorization: `Bearer ${freshApiKey()}`, 'Content-Type': 'application/json' };
  return async (method, path, body) => {
    const answer = await pool.request({
      method: method as 'GET',
      path,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 500) throw new Error(`${method} ${path} was answered with ${answer.statusCode}: ${text}`);
    return text.startsWith('{') ? JSON.parse(text) : {};
  };
}
