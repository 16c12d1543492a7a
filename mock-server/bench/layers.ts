import { type Aim, median, medianRatio, renderAim, renderTable } from './figures.ts';
import { cpuPerRequest } from './load.ts';
import { type BenchServer, startMocks } from './servers/servers.ts';
import { workloads } from './workloads.ts';

const aim: Aim = { atMost: 1.05 };

/** Variants of a mock: without journal and faults, then with more of them. */
const layers = ['without both', 'with journal', 'and with a fault for other requests'] as const;

/** Measured processes, since processes of the same program differ. */
const processes = 2;

/**
 * Measures the CPU time that journal and faults add to a request. Each round sends all mocks the same requests, and
 * ratios are made within a round.
 */
export async function measureLayers(rounds: number, requests: number): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const started: BenchServer[][] = [];
  for (let count = 0; count < processes; count += 1) started.push(await startLayers(stack));
  const rows: string[][] = [];
  for (const title of ['get a customer', 'create a customer'] as const) {
    const costs = layers.map((): number[] => []);
    for (let round = 0; round <= rounds; round += 1) {
      for (const mocks of started) {
        // Alternates the order, since the first mock starts from another one's caches.
        const order = round % 2 === 0 ? [...mocks.entries()] : [...mocks.entries()].reverse();
        for (const [layer, mock] of order) {
          const cost = await cpuPerRequest(mock, workloads[title](1_000), round === 0 ? 5 * requests : requests);
          if (round > 0) costs[layer]?.push(cost); // Round 0 warms up.
        }
      }
    }
    const [bare = []] = costs;
    rows.push(...costs.map((own, layer) => rowOf(`${title}, ${layers[layer]}`, own, bare)));
  }
  return renderTable(['Journal and faults', 'of a core, for each request', 'ratio', 'target'], rows);
}

async function startLayers(stack: AsyncDisposableStack): Promise<BenchServer[]> {
  const mocks = await startMocks([0, 1_000, 1_000].map((journal) => ({ customers: 1_000, journal })));
  const [last] = mocks.slice(-1);
  if (!last) throw new Error('Could not measure: no mock started.');
  stack.use(last);
  const answer = await fetch(`${last.url}/_paddock/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults: [{ operation_id: 'getSubscription', error: 503 }] }),
  });
  if (!answer.ok) throw new Error(`Could not set the faults: the mock answered ${answer.status}.`);
  return mocks;
}

function rowOf(title: string, own: readonly number[], bare: readonly number[]): string[] {
  const ratio = medianRatio(own, bare);
  const compared = own === bare ? ['', ''] : [ratio.toFixed(2), renderAim(aim, ratio)];
  return [title, `${(median(own) / 1000).toFixed(1)} µs`, ...compared];
}
