/**
 * A thread that polls as another account, so that the attacker's own costs are not measured. It requests a page at
 * fixed intervals until it gets a message, and answers with the times.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Pool } from 'undici';
import { senderTo } from './sender.ts';

/** Milliseconds between two requests. The interval does not depend on response times. */
const lookEveryMs = 5;

const pool = new Pool(workerData.url, { connections: 50 });
const send = senderTo(pool);
for (let number = 0; number < 50; number += 1) await send('POST', '/customers', { email: `bob.${number}@example.com` });

let isOver = false;
parentPort?.once('message', () => {
  isOver = true;
});
parentPort?.postMessage('looking');
const answers: Promise<number>[] = [];
const begin = performance.now();
for (let number = 0; !isOver; number += 1) {
  const due = begin + number * lookEveryMs;
  await pause(Math.max(0, due - performance.now()));
  answers.push(send('GET', '/customers?per_page=10').then(() => performance.now() - due));
}
parentPort?.postMessage(await Promise.all(answers));
await pool.close();
