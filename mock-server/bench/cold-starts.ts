import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findFreePort } from './find-free-port.ts';
import { type ColdStart, measureColdStart } from './measure-cold-start.ts';
import { expressSource, guideDocument } from './servers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const expressBuilt = `${root}node_modules/.cache/paddock-bench/express-server.js`;
const announced = { ready: /^\{/, read: JSON.parse };

/** What is started: bare Express and Paddock, each as built and from source, and Prism. */
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

export type StartedProgram = keyof typeof startedPrograms;
const startedProgramNames = Object.keys(startedPrograms) as StartedProgram[];

/** Milliseconds to the first answer, round by round. */
export async function measureColdStarts(rounds: number): Promise<Record<StartedProgram, number[]>> {
  buildExpress();
  const taken = Object.fromEntries(startedProgramNames.map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of startedProgramNames) {
      const milliseconds = await measureColdStart(await startedPrograms[name]());
      if (round > 0) taken[name]?.push(milliseconds); // Round 0 fills the disk cache.
    }
  }
  return taken as Record<StartedProgram, number[]>;
}

/** Paddock's own build has `npm run bench` made before. */
function buildExpress(): void {
  const target = expressBuilt.slice(0, expressBuilt.lastIndexOf('/'));
  execFileSync('tsup', [expressSource, '--no-config', '--format', 'esm', '--out-dir', target, '--silent']);
}
