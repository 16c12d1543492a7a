/**
 * Baseline for deliveries: a loop that signs a body and posts it with undici, on ten connections, without storing
 * anything. `node signing-loop.ts URL COUNT BYTES` sends COUNT bodies of BYTES.
 */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'undici';

const connections = 10;
const [url = '', count, bytes] = process.argv.slice(2);
const body = JSON.stringify({ data: '' }).replace('""', `"${'x'.repeat(Number(bytes) - 11)}"`);
const agent = new Agent({ connections });
let left = Number(count);

async function send(): Promise<void> {
  while (left > 0) {
    left -= 1;
    const seconds = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', 'pdl_ntfset_secret').update(`${seconds}:`).update(body).digest('hex');
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'paddle-signature': `ts=${seconds};h1=${signature}` },
      body,
      dispatcher: agent,
    });
    await response.body.text();
  }
}

console.log('{}');
await Promise.all(Array.from({ length: connections }, send));
await agent.close();
