import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));

/** A running command; disposing of it kills it. */
export type Command = AsyncDisposable & {
  pid: number | undefined;
  /** Resolves with the next matching line of standard output; rejects if the command ends without one. */
  line: (pattern: RegExp) => Promise<string>;
  errorLine: (pattern: RegExp) => Promise<string>;
  /** Standard input. */
  input: Writable;
  stop: (signal: NodeJS.Signals) => void;
  ended: Promise<{ code: unknown; out: string; err: string }>;
};

// Saves a seventh of the start, because Node then uses its compile cache from the first file on.
const { NODE_COMPILE_CACHE } = process.env;
const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

/** Runs `paddock` with only the given environment and Node's compile cache. */
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
