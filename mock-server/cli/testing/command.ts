import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));

/** A command that runs, until it is disposed of. */
export type Command = AsyncDisposable & {
  pid: number | undefined;
  /** The next line of standard output that matches. Rejects where the command ends without one. */
  line: (pattern: RegExp) => Promise<string>;
  errorLine: (pattern: RegExp) => Promise<string>;
  /** Its standard input. */
  input: Writable;
  stop: (signal: NodeJS.Signals) => void;
  ended: Promise<{ code: unknown; out: string; err: string }>;
};

// What Node compiled is found from the first file on, which is a seventh of a start.
const { NODE_COMPILE_CACHE } = process.env;
const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

/** Runs `paddock` with nothing in its environment but what is given, and where to find what Node compiled. */
export function run(args: readonly string[], env: Record<string, string> = {}, cwd?: string): Command {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...compiled, ...env }, cwd });
  const [out, err] = [copyOf(child.stdout), copyOf(child.stderr)];
  const ended = Promise.all([once(child, 'close'), text(out), text(err)]).then(([[code], printed, failed]) => ({
    code,
    out: printed,
    err: failed,
  }));
  return {
    pid: child.pid,
    line: lineReader(child.stdout),
    errorLine: lineReader(child.stderr),
    input: child.stdin,
    stop: (signal) => child.kill(signal),
    ended,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function copyOf(stream: Readable): PassThrough {
  return stream.pipe(new PassThrough());
}

function lineReader(stream: Readable) {
  const lines = createInterface({ input: stream.pipe(new PassThrough()) })[Symbol.asyncIterator]();
  return async (pattern: RegExp) => {
    const read: string[] = [];
    for (let next = await lines.next(); !next.done; next = await lines.next()) {
      if (pattern.test(next.value)) return next.value;
      read.push(next.value);
    }
    throw new Error(`The command ended without ${pattern}; it printed: ${read.join('\n')}`);
  };
}
