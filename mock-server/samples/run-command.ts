import { spawn } from 'node:child_process';

/** A command line, with its folder and environment. */
export type Command = { line: string; cwd: string; env: NodeJS.ProcessEnv };

/** Commands that run until they are interrupted. */
const serves = /\bpaddock (start|listen|record)\b|\bnpm start\b/;

/**
 * Runs a command line in a shell. A serving command is interrupted after its first output.
 *
 * @throws Error with the output of a command that fails
 */
export function runCommand({ line, cwd, env }: Command): Promise<string> {
  const child = spawn('sh', ['-c', line], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const isServer = serves.test(line);
  let printed = '';
  const read = (chunk: Buffer) => {
    printed += chunk;
    if (isServer && child.pid !== undefined && /http:/.test(printed)) process.kill(-child.pid, 'SIGINT');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0 || (isServer && (signal === 'SIGINT' || code === 130))) resolve(printed);
      else reject(new Error(`\`${line}\` ended with ${code ?? signal}:\n${printed}`));
    });
  });
}
