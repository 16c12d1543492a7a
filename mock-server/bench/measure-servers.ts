import { measureLoad } from './measure-load.ts';
import { residentMegabytes } from './resident-megabytes.ts';
import { type BenchServer, startExpress, startPaddockWith, startPrism } from './servers.ts';
import { median } from './statistics.ts';
import { type WorkloadName, workloadNames, workloads } from './workloads.ts';

/** The servers, and how many customers each has. */
const contestants = {
  express: { customers: 1_000, start: startExpress },
  prism: { customers: 1_000, start: startPrism },
  paddock: { customers: 1_000, start: startPaddockWith },
  million: { customers: 1_000_000, start: startPaddockWith },
} as const;

type ContestantName = keyof typeof contestants;
const contestantNames = Object.keys(contestants) as ContestantName[];

export type Measured = {
  /** Requests in a second, round by round. */
  rates: Record<WorkloadName, Record<ContestantName, number[]>>;
  /** Megabytes of memory in use after the load. */
  memory: Record<ContestantName, number>;
  /** Seconds that it took to start with a million customers. */
  seeding: number;
};

/** Puts each workload on each server in turn, round by round, while the others idle. */
export async function measureServers(rounds: number, seconds: number, log: (line: string) => void): Promise<Measured> {
  const servers = new Map<ContestantName, BenchServer>();
  await using stack = new AsyncDisposableStack();
  let seeding = 0;
  for (const name of contestantNames) {
    const begin = performance.now();
    servers.set(name, stack.use(await contestants[name].start(contestants[name].customers)));
    if (name === 'million') seeding = (performance.now() - begin) / 1000;
  }
  log(`started all; a million customers took ${seeding.toFixed(1)} s`);

  const rates = mapNames(workloadNames, () => mapNames(contestantNames, (): number[] => []));
  for (const workload of workloadNames) {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, server] of servers) {
        const requests = workloads[workload].requests(contestants[name].customers);
        const rate = await measureLoad(server, requests, seconds);
        if (round > 0) rates[workload][name].push(rate); // Round 0 warms up.
      }
    }
    const summary = contestantNames.map((name) => `${name} ${Math.round(median(rates[workload][name]))}/s`);
    log(`${workloads[workload].title}: ${summary.join(', ')}`);
  }
  const memory = mapNames(contestantNames, (name) => residentMegabytes(servers.get(name)?.pid));
  return { rates, memory, seeding };
}

function mapNames<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
