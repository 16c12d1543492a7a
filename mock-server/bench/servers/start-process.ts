import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

type Options = {
  /** Pattern of the line that reports the start. */
  ready: RegExp;
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Timeout of the start, in milliseconds. */
  timeoutMs?: number;
  /** True if it runs another program, as npx does, so that both must be stopped. */
  group?: boolean;
};

/** A started process. Disposing of it stops it. */
export type StartedProcess = AsyncDisposable & {
  pid: number;
  /** The line that reported the start. */
  line: string;
  /** Sends SIGTERM, after 10 s SIGKILL, and resolves with the exit code, `null` if a signal ended it. */
  stop(): Promise<number | null>;
};

/** Starts a program and waits for the line that reports its start. */
export async function startProcess(
  [file, ...args]: readonly [string, ...string[]],
  options: Options,
): Promise<StartedProcess> {
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: options.group ?? false,
  });
  const kill = () => (options.group && child.pid ? process.kill(-child.pid) : child.kill());
  process.once('exit', kill);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      kill();
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await once(child, 'exit');
      clearTimeout(timer);
    }
    process.off('exit', kill);
    return child.exitCode;
  };
  try {
    const line = await waitForLine(child, options);
    return { pid: child.pid ?? 0, line, stop, [Symbol.asyncDispose]: async () => void (await stop()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function waitForLine(child: ChildProcess, { ready, timeoutMs = 30_000 }: Options): Promise<string> {
  await once(child, 'spawn');
  if (!child.stdout) throw new Error('Could not read what the process prints: it has no standard output.');
  const lines = createInterface({ input: child.stdout, signal: AbortSignal.timeout(timeoutMs) });
  for await (const line of lines) {
    if (!ready.test(line)) continue;
    child.stdout.resume(); // Else the pipe fills up with what is printed later, and the process stands still.
    return line;
  }
  throw new Error(
    `Could not start ${child.spawnargs.join(' ')}: it ended, or took ${timeoutMs / 1000} s, without ${ready}.`,
  );
}

/** Finds a port that is free at the moment, for servers that cannot take port 0. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new Error('Could not find a free port: none was assigned.');
  return address.port;
}
