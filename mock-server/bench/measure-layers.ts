import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { cpuNanoseconds } from './cpu-time.ts';
import { onCore } from './pin-to-core.ts';
import { type BenchServer, serverCore, startAnnounced } from './servers.ts';
import { median, medianRatio } from './statistics.ts';
import { type Aim, renderAim, renderTable } from './table.ts';
import { type BenchRequest, workloads } from './workloads.ts';

const aim: Aim = { atMost: 1.05 };
const source = fileURLToPath(import.meta.resolve('./layers-server.ts'));

const withFault = 'and with a fault for other requests';

/** What is put on top of a mock without either, one after the other. */
const contestants = {
  'without both': { journal: 0, faults: [] },
  'with journal': { journal: 1_000, faults: [] },
  [withFault]: {
    journal: 1_000,
    faults: [{ operation_id: 'getSubscription', error: 503 }],
  },
} as const;

type ContestantName = keyof typeof contestants;
const contestantNames = Object.keys(contestants) as ContestantName[];

/** Processes that are measured, so that no one of them decides. */
const processes = 2;

/**
 * What journal and faults cost a request, in time on a core, as a Markdown table. Each round asks every mock for the same
 * requests, and ratios are made within a round. Those that are compared are mocks of one process: what is compiled when,
 * and lies where, makes two processes of the same program differ more than what is measured.
 */
export async function measureLayers(rounds: number, requests: number): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const rows: string[][] = [];
  const started: Record<ContestantName, BenchServer>[] = [];
  for (let count = 0; count < processes; count += 1) started.push(await startContestants(stack));
  for (const { title, requests: requestsOf } of [workloads.get, workloads.create]) {
    const costs: Record<ContestantName, number[]> = { 'without both': [], 'with journal': [], [withFault]: [] };
    for (let round = 0; round <= rounds; round += 1) {
      for (const servers of started) {
        // There and back, since who comes first finds the machine as somebody else left it.
        for (const name of round % 2 === 0 ? contestantNames : contestantNames.toReversed()) {
          const cost = await cpuPerRequest(servers[name], requestsOf(1_000), round === 0 ? 5 * requests : requests);
          if (round > 0) costs[name].push(cost); // Round 0 warms up, and compiling costs as much as many requests.
        }
      }
    }
    rows.push(...contestantNames.map((name) => rowOf(`${title}, ${name}`, costs[name], costs['without both'])));
  }
  return renderTable(['Journal and faults', 'of a core, for each request', 'ratio', 'target'], rows);
}

/** Starts a process that has all of them. */
async function startContestants(stack: AsyncDisposableStack): Promise<Record<ContestantName, BenchServer>> {
  const journals = contestantNames.map((name) => `${contestants[name].journal}`);
  const command = onCore(serverCore, ['node', source, ...journals]);
  const { mocks, ...process } = stack.use(
    await startAnnounced<{ mocks: Pick<BenchServer, 'url' | 'apiKey'>[] }>(command),
  );
  const servers = contestantNames.map((name, index): [ContestantName, BenchServer] => {
    const mock = mocks[index];
    if (!mock) throw new Error('Could not measure: a mock did not start.');
    return [name, { ...process, ...mock }];
  });
  for (const [name, server] of servers) await setFaults(server, contestants[name].faults);
  // Every name has its server.
  return Object.fromEntries(servers) as Record<ContestantName, BenchServer>;
}

function rowOf(title: string, own: readonly number[] = [], bare: readonly number[] = []): string[] {
  const ratio = medianRatio(own, bare);
  const compared = own === bare ? ['', ''] : [ratio.toFixed(2), renderAim(aim, ratio)];
  return [title, `${(median(own) / 1000).toFixed(1)} µs`, ...compared];
}

async function setFaults({ url }: BenchServer, faults: readonly object[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/_paddock/faults`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ faults }),
  });
  if (status !== 200) throw new Error(`Could not set the faults: the mock answered ${status}.`);
}

async function cpuPerRequest(server: BenchServer, requests: readonly BenchRequest[], amount: number): Promise<number> {
  const before = cpuNanoseconds(server.pid);
  const result = await autocannon({
    url: server.url,
    connections: 10,
    amount,
    headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
    requests: requests.map((request) => ({ ...request })),
  });
  if (result['2xx'] !== amount) throw new Error(`Could not measure ${server.url}: ${amount - result['2xx']} failed.`);
  return (cpuNanoseconds(server.pid) - before) / amount;
}
