import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Random, seededRandom } from '../../ids/random.ts';
import { type Audit, audit } from '../testing/audit.ts';
import type { KillableStarted } from '../testing/killable-server.ts';
import { type KillableServer, KillableServers } from '../testing/killable-servers.ts';
import { type LoadResult, runMixedLoad } from '../testing/mixed-load.ts';
import { startReceiver } from '../testing/receiver.ts';

/** Number of kills. `.ci/run` asks for more. */
const kills = Number(process.env['PADDOCK_KILLS'] ?? 2);
const seed = Number(process.env['PADDOCK_SEED'] ?? 20_260_101);
/** Kills per file. A new file follows, since reading a file takes longer as it grows. */
const killsOfOneFile = 20;

test(
  `a server that is killed at any moment has done each write whole or not at all (${kills} kills, seed ${seed})`,
  async () => {
    // Deliveries are recorded while the server is killed.
    await using receiver = await startReceiver();
    using servers = new KillableServers();
    const random = seededRandom(seed, 'kills');
    let answers = 0;
    for (let done = 0; done < kills; done += killsOfOneFile) {
      const rounds = Math.min(killsOfOneFile, kills - done);
      await using folder = await makeFolder();
      answers += await killRepeatedly(rounds, { folder: folder.path, webhookUrl: receiver.url, servers, random });
    }
    console.log(`${kills} kills, seed ${seed}: ${answers} answered writes are there, and nothing is half there.`);
  },
  20_000 + 6_000 * kills,
);

type Stage = { folder: string; webhookUrl: string; servers: KillableServers; random: Random };

/** Kills the server, audits its file, and restarts on it. Returns the number of acknowledged writes. */
async function killRepeatedly(rounds: number, { folder, webhookUrl, servers, random }: Stage): Promise<number> {
  const data = join(folder, 'data.sqlite');
  let known: ReadonlyMap<string, string> = new Map();
  let answers = 0;
  for (let round = 0; round <= rounds; round += 1) {
    // Kills in turn from outside, at any instant, and before a statement, which may be between two of one change.
    const isFromOutside = round % 2 === 0;
    const number = 1 + Math.floor(random.next() * (isFromOutside ? 60 : 300));
    const server = await servers.start({ data, webhookUrl });
    await expectServed(server, known);
    if (round === rounds) return end(server, answers);
    if (!isFromOutside) server.killBeforeWrite(number);
    const load = await runMixedLoad(server, activeCustomers(known), random, (answersYet) => {
      if (isFromOutside && answersYet === number) server.kill();
    });
    await server.killed;
    known = expectWhole(await auditCopy(data), known, load, `after kill ${round + 1} of this file`);
    answers += load.answers;
  }
  return answers;
}

async function end(server: KillableServer, answers: number): Promise<number> {
  server.kill();
  await server.killed;
  return answers;
}

/** Compares the file with its earlier state and the writes acknowledged since. */
function expectWhole(
  { problems, entities }: Audit,
  known: ReadonlyMap<string, string>,
  load: LoadResult,
  when: string,
): ReadonlyMap<string, string> {
  expect(problems, when).toEqual([]);
  const expected = new Map([...known, ...load.answered]);
  const changing = new Set(load.unanswered.map(({ changes }) => changes));
  for (const [id, text] of expected) {
    // A change that was in progress at the kill may or may not be stored; the audit checks that it is whole.
    if (changing.has(id)) expect(entities.has(id), when).toBe(true);
    else expect(entities.get(id), when).toBe(text);
  }
  const atMost = load.unanswered.filter(({ changes }) => changes === null).length;
  expect([...entities.keys()].filter((id) => !expected.has(id)).length, when).toBeLessThanOrEqual(atMost);
  return entities;
}

/** Audits a copy of the killed server's file, before the next server recovers it. */
async function auditCopy(data: string): Promise<Audit> {
  const copy = `${data}-copy`;
  await copyFile(data, copy);
  await copyFile(`${data}-wal`, `${copy}-wal`);
  return audit(copy);
}

/** Checks that the restarted server returns all known entities, with correct totals. */
async function expectServed({ url, apiKey }: KillableStarted, known: ReadonlyMap<string, string>): Promise<void> {
  const customers = [...known].filter(([id]) => id.startsWith('ctm_'));
  const get = async (path: string) => {
    const answer = await fetch(url + path, { headers: { Authorization: `Bearer ${apiKey}` } });
    return answer.json();
  };
  for (const status of ['active', 'archived']) {
    const { data, meta } = await get(`/customers?status=${status}&per_page=200`);
    const texts = customers.map(([, text]) => text).filter((text) => JSON.parse(text).status === status);
    expect(meta.pagination.estimated_total).toBe(texts.length);
    expect(data.map((customer: object) => JSON.stringify(customer))).toEqual(texts.sort().reverse().slice(0, 200));
  }
}

function activeCustomers(known: ReadonlyMap<string, string>): string[] {
  return [...known]
    .filter(([id, text]) => id.startsWith('ctm_') && JSON.parse(text).status === 'active')
    .map(([id]) => id);
}

async function makeFolder() {
  const path = await mkdtemp(join(tmpdir(), 'paddock-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
