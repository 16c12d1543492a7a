import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Aim, median, medianRatio, renderAim, renderTable } from './figures.ts';
import { expressSource, guideDocument } from './servers/servers.ts';
import { findFreePort, startProcess } from './servers/start-process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const expressBuilt = `${root}node_modules/.cache/paddock-bench/express-server.js`;
const announced = { ready: /^\{/, read: JSON.parse };

const aim: Aim = { atMost: 3 };

type ColdStart = {
  command: readonly [string, ...string[]];
  ready: RegExp;
  /** Reads the server's base URL and a key from its start line. */
  read: (line: string) => { url: string; apiKey?: string };
};

/** Programs to start: bare Express and Paddock, each built and from source, and Prism. */
const startedPrograms = {
  expressBuilt: () => ({ ...announced, command: ['node', expressBuilt] }),
  expressSource: () => ({ ...announced, command: ['node', expressSource] }),
  paddockBuilt: () => ({ ...announced, command: ['node', `${root}dist/cli.js`, 'start', '--port', '0', '--json'] }),
  paddockSource: () => ({
    ...announced,
    command: ['node', `${root}mock-server/cli.ts`, 'start', '--port', '0', '--json'],
  }),
  prism: async () => {
    const port = await findFreePort();
    return {
      command: ['prism', 'mock', guideDocument, '-p', `${port}`, '--multiprocess=false'],
      ready: /Prism is listening/,
      read: () => ({ url: `http://127.0.0.1:${port}` }),
    };
  },
} as const satisfies Record<string, () => ColdStart | Promise<ColdStart>>;

type Program = keyof typeof startedPrograms;
const programs = Object.keys(startedPrograms) as Program[];

/** Measures the time from starting a process to its first response, and prints a table. */
export async function measureColdStarts(rounds: number): Promise<string> {
  buildExpress();
  const taken: Record<Program, number[]> = {
    expressBuilt: [],
    expressSource: [],
    paddockBuilt: [],
    paddockSource: [],
    prism: [],
  };
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of programs) {
      const milliseconds = await measureColdStart(await startedPrograms[name]());
      if (round > 0) taken[name].push(milliseconds); // Round 0 fills the disk cache.
    }
  }
  const row = (title: string, express: Program, paddock: Program, prism: string) => {
    const ratio = medianRatio(taken[paddock], taken[express]);
    return [title, ms(taken[express]), prism, ms(taken[paddock]), ratio.toFixed(2), renderAim(aim, ratio)];
  };
  return renderTable(
    ['First answer', 'bare Express 5', 'Prism mock', 'Paddock', 'Paddock ÷ Express', 'target'],
    [
      row('as built', 'expressBuilt', 'paddockBuilt', ms(taken.prism)),
      row('from source', 'expressSource', 'paddockSource', ''),
    ],
  );
}

function ms(rounds: readonly number[]): string {
  return `${Math.round(median(rounds))} ms`;
}

/** Returns milliseconds from starting the process to its first response, a list of customers. */
async function measureColdStart({ command, ready, read }: ColdStart): Promise<number> {
  const begin = performance.now();
  // Without the compile cache, which only Paddock would fill.
  const env = { NODE_ENV: 'production', NODE_DISABLE_COMPILE_CACHE: '1' };
  await using server = await startProcess(command, { ready, env });
  const { url, apiKey = 'none' } = read(server.line);
  const answer = await fetch(`${url}/customers`, { headers: { authorization: `Bearer ${apiKey}` } });
  await answer.text();
  const took = performance.now() - begin;
  if (!answer.ok) throw new Error(`Could not measure the start of ${command.join(' ')}: it answered ${answer.status}.`);
  return took;
}

/** `npm run bench` has built Paddock before. */
function buildExpress(): void {
  const target = expressBuilt.slice(0, expressBuilt.lastIndexOf('/'));
  execFileSync('tsup', [expressSource, '--no-config', '--format', 'esm', '--out-dir', target, '--silent']);
}
