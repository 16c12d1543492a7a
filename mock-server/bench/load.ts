import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import { cpuNanoseconds, loadCore, onCore } from './machine.ts';
import type { BenchRequest } from './workloads.ts';

const connections = 10;
const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** The load generator. autocannon takes more time per request than a fast server, so its ratios are too small. */
export const loadGenerator = hasWrk ? 'wrk' : 'autocannon';

type Server = { url: string; apiKey: string };
type Outcome = { answered: number; failed: number; seconds: number };

/**
 * Measures requests per second with a 2xx response, on ten connections without pauses. A server that does not respond
 * in time counts as one response, and is named.
 */
export async function measureLoad(server: Server, requests: readonly BenchRequest[], seconds: number): Promise<number> {
  const { answered, failed, seconds: taken } = await (hasWrk ? runWrk : runAutocannon)(server, requests, seconds);
  const place = `${server.url}${requests[0]?.path}`;
  if (failed > 0) throw new Error(`Could not measure ${place}: ${failed} answers failed.`);
  if (answered === 0) console.error(`${place} gave no answer within ${seconds} s, which counts as one answer.`);
  return Math.max(1, answered) / taken;
}

async function runWrk({ url, apiKey }: Server, requests: readonly BenchRequest[], seconds: number): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-bench-'));
  const script = join(folder, 'load.lua');
  try {
    await writeFile(script, scriptOf(apiKey, requests));
    const flags = ['-t1', `-c${connections}`, `-d${Math.ceil(seconds)}s`, '-s', script];
    const [program, ...rest] = onCore(loadCore, ['wrk', ...flags, url]);
    const { stdout } = await promisify(execFile)(program, rest);
    const [answered = 0, failed = 0, microseconds = 0] = (/^outcome (.*)$/m.exec(stdout)?.[1] ?? '')
      .split(' ')
      .map(Number);
    return { answered, failed, seconds: microseconds / 1e6 };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Returns the nanoseconds of processor time that a server takes for each request, of which all must succeed. Other work of the
 * machine hardly changes it.
 */
export async function cpuPerRequest(
  { url, apiKey, pid }: Server & { pid: number },
  requests: readonly BenchRequest[],
  amount: number,
): Promise<number> {
  const before = cpuNanoseconds(pid);
  let started = 0;
  const result = await autocannon({
    url,
    connections,
    amount,
    // Each connection begins elsewhere: if all began with the same requests, the server would answer most from its cache.
    setupClient: (client) => {
      const first = Math.floor((started * requests.length) / connections);
      // It changes what it is given.
      client.setRequests([...requests.slice(first), ...requests.slice(0, first)].map((request) => ({ ...request })));
      started += 1;
    },
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    requests: requests.map((request) => ({ ...request })),
  });
  if (result['2xx'] !== amount) throw new Error(`Could not measure ${url}: ${amount - result['2xx']} failed.`);
  return (cpuNanoseconds(pid) - before) / amount;
}

/** Makes a wrk script that repeats the requests. */
function scriptOf(apiKey: string, requests: readonly BenchRequest[]): string {
  const formats = requests.map(
    ({ method, path, body }) => `wrk.format(${lua(method)}, ${lua(path)}, nil, ${lua(body)}),`,
  );
  return `wrk.headers["Authorization"] = ${lua(`Bearer ${apiKey}`)}
wrk.headers["Content-Type"] = "application/json"
local requests, at = {}, 0
function init() requests = {
${formats.join('\n')}
} end
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write
  print("outcome " .. summary.requests - errors.status .. " " .. failed .. " " .. summary.duration)
end
`;
}

/** Prints a Lua string, whose escapes equal those of JSON for these requests. */
function lua(text: string | undefined): string {
  return text === undefined ? 'nil' : JSON.stringify(text);
}

async function runAutocannon(
  { url, apiKey }: Server,
  requests: readonly BenchRequest[],
  seconds: number,
): Promise<Outcome> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    requests: requests.map((request) => ({ ...request })),
  });
  return {
    answered: result['2xx'],
    failed: result.non2xx + result.errors + result.mismatches,
    seconds: result.duration,
  };
}
