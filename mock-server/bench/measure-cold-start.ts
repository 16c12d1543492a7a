import { startProcess } from './start-process.ts';

export type ColdStart = {
  command: readonly [string, ...string[]];
  ready: RegExp;
  /** The server's base URL and a key for it, from the line by which it says that it is ready. */
  read: (line: string) => { url: string; apiKey?: string };
};

/** Milliseconds from starting the process to having its first answer, a list of customers. */
export async function measureColdStart({ command, ready, read }: ColdStart): Promise<number> {
  const begin = performance.now();
  // Nothing compiled before, which Paddock would keep and the others would not.
  const env = { NODE_ENV: 'production', NODE_DISABLE_COMPILE_CACHE: '1' };
  await using server = await startProcess(command, { ready, env });
  const { url, apiKey = 'none' } = read(server.line);
  const answer = await fetch(`${url}/customers`, { headers: { authorization: `Bearer ${apiKey}` } });
  await answer.text();
  const took = performance.now() - begin;
  if (!answer.ok) throw new Error(`Could not measure the start of ${command.join(' ')}: it answered ${answer.status}.`);
  return took;
}
