import { Pool } from 'undici';
import { type Aim, percentile, renderAim, renderTable } from '../figures.ts';
import { startProcess } from '../servers/start-process.ts';
import { worstRequests } from './hard-requests.ts';
import { type WorstInput, worstInputs } from './large-accounts.ts';
import { lookOn } from './look-on.ts';
import { senderTo } from './sender.ts';

const aim: Aim = { atMost: 100 };

/**
 * Replays the worst known inputs, one after the other, and measures the response times of another account meanwhile.
 *
 * @param named measures only inputs whose title contains this text
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
  return renderTable(['Worst inputs', 'takes', 'others wait, p99', 'at most', 'target, in ms'], rows);
}

/** Uses a new server for each input, unaffected by the one before. */
async function measureOne({ prepare, attack }: WorstInput): Promise<{ tookMs: number; waits: number[] }> {
  const command = 'mock-server/cli.ts start --port 0 --json --no-rate-limit --profile official'.split(' ');
  await using server = await startProcess([process.execPath, ...command], { ready: /"url"/ });
  const { url } = JSON.parse(server.line);
  const pool = new Pool(url, { connections: 50 });
  const send = senderTo(pool);
  await prepare?.(send);
  const looked = await lookOn(url, () => attack(send));
  await pool.close();
  return looked;
}
