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

/**
 * What journal and faults cost a request, in time on a core, as a Markdown table. Each round asks every server for the
 * same requests, and ratios are made within a round. Of each there are two processes, since what is compiled when, and
 * lies where, makes two of the same differ more than what is measured.
 */
export async function measureLayers(rounds: number, requests: number): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const servers: { title: ContestantName; server: BenchServer }[] = [];
  for (const title of [...contestantNames, ...contestantNames]) {
    const { journal, faults } = contestants[title];
    const server = stack.use(await start(journal));
    await setFaults(server, faults);
    servers.push({ title, server });
  }
  const rows: string[][] = [];
  for (const { title, requests: requestsOf } of [workloads.get, workloads.create]) {
    const costs: Record<ContestantName, number[]> = { 'without both': [], 'with journal': [], [withFault]: [] };
    for (let round = 0; round <= rounds; round += 1) {
      // There and back, since who comes first finds the machine as somebody else left it.
      for (const { title: name, server } of round % 2 === 0 ? servers : servers.toReversed()) {
        const cost = await cpuPerRequest(server, requestsOf(1_000), round === 0 ? 5 * requests : requests);
        if (round > 0) costs[name].push(cost); // Round 0 warms up, and compiling costs as much as many requests.
      }
    }
    rows.push(...contestantNames.map((name) => rowOf(`${title}, ${name}`, costs[name], costs['without both'])));
  }
  return renderTable(['Journal and faults', 'of a core, for each request', 'ratio', 'to reach'], rows);
}

function rowOf(title: string, own: readonly number[] = [], bare: readonly number[] = []): string[] {
  const ratio = medianRatio(own, bare);
  const compared = own === bare ? ['', ''] : [ratio.toFixed(2), renderAim(aim, ratio)];
  return [title, `${(median(own) / 1000).toFixed(1)} µs`, ...compared];
}

function start(journal: number): Promise<BenchServer> {
  return startAnnounced<{ url: string; apiKey: string }>(onCore(serverCore, ['node', source, `${journal}`]));
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
