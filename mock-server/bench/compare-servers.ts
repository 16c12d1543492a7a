import { cpus } from 'node:os';
import { type Aim, median, medianRatio, renderAim, renderRate, renderTable } from './figures.ts';
import { loadGenerator, measureLoad } from './load.ts';
import { pinned, residentMegabytes } from './machine.ts';
import { type BenchServer, startExpress, startMock, startPrism } from './servers/servers.ts';
import { type WorkloadName, workloadNames, workloads } from './workloads.ts';

const contestants = {
  express: { customers: 1_000, start: startExpress },
  prism: { customers: 1_000, start: startPrism },
  paddock: { customers: 1_000, start: (customers: number) => startMock({ customers }) },
  million: { customers: 1_000_000, start: (customers: number) => startMock({ customers }) },
} as const;

type Contestant = keyof typeof contestants;
const names = Object.keys(contestants) as Contestant[];

/** Required ratios. Those to Express need wrk: autocannon is slower than the servers. */
const toExpress: Record<WorkloadName, Aim> = {
  'get a customer': { atLeast: 2.3 },
  'list 50 customers': { atLeast: 2 },
  'find a customer by email': { atLeast: 2 },
  'create a customer': { atLeast: 1.3 },
};
const toThousand: Partial<Record<WorkloadName, Aim>> = {
  'list 50 customers': { atMost: 1.3 },
  'find a customer by email': { atMost: 1.3 },
};
const lastToFirst: Aim = { atLeast: 0.95 };

/** Requests per second, by round. */
type Rates = Record<Contestant, number[]>;

/** Measures Paddock beside bare Express and Prism, and prints tables. The servers take turns at each workload. */
export async function compareServers(rounds: number, seconds: number, log: (line: string) => void): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const servers = new Map<Contestant, BenchServer>();
  let seeding = 0;
  for (const name of names) {
    const begin = performance.now();
    servers.set(name, stack.use(await contestants[name].start(contestants[name].customers)));
    seeding = (performance.now() - begin) / 1000;
  }
  const rates = new Map<WorkloadName, Rates>();
  for (const workload of workloadNames) {
    const measured = await measureWorkload(workload, servers, rounds, seconds);
    rates.set(workload, measured);
    log(`${workload}: ${names.map((name) => `${name} ${renderRate(median(measured[name]))}`).join(', ')}`);
  }
  const paddock = servers.get('paddock');
  const routing = paddock ? await compareOperations(paddock, rounds, seconds) : '';
  const memory = names.map((name) => `${name} ${Math.round(residentMegabytes(servers.get(name)?.pid))} MB`);
  const conditions = [
    `Load by ${loadGenerator}. Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores,`,
    `${pinned ? 'server and load on a core each' : 'server and load on the same cores'}. Medians of ${rounds} rounds of ${seconds} s on 10 connections, the servers in turn; ratios`,
    'are made within a round. All run with NODE_ENV=production; Paddock with authentication, validation, state, events and',
    'journal, without the rate limit; Express without these, on a Map.',
    `Memory after the load: ${memory.join(', ')}. Seeding a million customers took ${seeding.toFixed(0)} s.`,
  ].join('\n');
  return [renderSpeed(rates), renderGrowth(rates), routing, conditions].join('\n\n');
}

async function measureWorkload(
  workload: WorkloadName,
  servers: ReadonlyMap<Contestant, BenchServer>,
  rounds: number,
  seconds: number,
): Promise<Rates> {
  const rates: Rates = { express: [], prism: [], paddock: [], million: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, server] of servers) {
      const rate = await measureLoad(server, workloads[workload](contestants[name].customers), seconds);
      if (round > 0) rates[name].push(rate); // Round 0 warms up.
    }
  }
  return rates;
}

function renderSpeed(rates: ReadonlyMap<WorkloadName, Rates>): string {
  const rows = [...rates].map(([workload, { express, prism, paddock }]) => {
    const ratio = medianRatio(paddock, express);
    const shown = [express, prism, paddock].map((rounds) => renderRate(median(rounds)));
    return [workload, ...shown, ratio.toFixed(2), renderAim(toExpress[workload], ratio)];
  });
  return renderTable(
    ['1,000 customers', 'bare Express 5', 'Prism mock', 'Paddock', 'Paddock ÷ Express', 'target'],
    rows,
  );
}

function renderGrowth(rates: ReadonlyMap<WorkloadName, Rates>): string {
  const rows = [...rates].map(([workload, { paddock, million }]) => {
    const ratio = medianRatio(paddock, million);
    const aim = toThousand[workload];
    const shown = [paddock, million].map((rounds) => renderRate(median(rounds)));
    return [workload, ...shown, ratio.toFixed(2), aim ? renderAim(aim, ratio) : ''];
  });
  return renderTable(['Paddock', '1,000 customers', '1,000,000 customers', 'times slower', 'target'], rows);
}

/**
 * Compares getting a customer with getting a transaction of as many bytes, which is the last operation to be matched.
 */
async function compareOperations(server: BenchServer, rounds: number, seconds: number): Promise<string> {
  const headers = { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' };
  const send = async (path: string, body: object) => {
    const answer = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()).data;
  };
  const transaction = await send('/_paddock/trigger/transaction.created', {});
  const email = 'as-long-as-a-transaction@example.com';
  const short = JSON.stringify(await send('/customers', { email, custom_data: { pad: '' } })).length;
  const pad = 'x'.repeat(JSON.stringify(transaction).length - short);
  const { id } = await send('/customers', { email, custom_data: { pad } });
  const rates: { first: number[]; last: number[] } = { first: [], last: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const first = await measureLoad(server, [{ method: 'GET', path: `/customers/${id}` }], seconds);
    const last = await measureLoad(server, [{ method: 'GET', path: `/transactions/${transaction.id}` }], seconds);
    if (round === 0) continue;
    rates.first.push(first);
    rates.last.push(last);
  }
  const ratio = medianRatio(rates.last, rates.first);
  const shown = [rates.first, rates.last].map((rate) => renderRate(median(rate)));
  return renderTable(
    ['Routing', 'first operation', 'last operation', 'last ÷ first', 'target'],
    [['get an entity of as many bytes', ...shown, ratio.toFixed(2), renderAim(lastToFirst, ratio)]],
  );
}
