import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { createProgram } from '../program.ts';
import { runProgram } from '../run-program.ts';

/** What a command printed, and the exit code that it chose. */
export type Ended = { code: number; out: string; err: string };

/**
 * Runs `paddock` in this process, which takes milliseconds where a process of its own takes a second, with nothing in its
 * environment but what is given. For commands that end by themselves, and one at a time: what they find of the process, and
 * leave in it, is this process's until they end.
 */
export async function runHere(
  args: readonly string[],
  env: Record<string, string> = {},
  { cwd = process.cwd(), program = createProgram() } = {},
): Promise<Ended> {
  const { argv, env: environment, exitCode } = process;
  const [folder, { console }] = [process.cwd(), globalThis];
  const [out, err] = [capture(process.stdout), capture(process.stderr)];
  globalThis.console = new Console(out.stream, err.stream);
  Object.assign(process, { argv: [process.execPath, 'paddock', ...args], env: { ...env }, exitCode: undefined });
  process.chdir(cwd);
  try {
    await runProgram(program);
    return { code: Number(process.exitCode ?? 0), out: out.text(), err: err.text() };
  } finally {
    process.chdir(folder);
    Object.assign(process, { argv, env: environment, exitCode });
    globalThis.console = console;
    for (const { restore } of [out, err]) restore();
  }
}

/** Keeps what is written to a stream, which gets nothing of it. */
function capture(stream: NodeJS.WriteStream) {
  const { write } = stream;
  let text = '';
  const keep = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  stream.write = keep;
  return {
    text: () => text,
    // The console is vitest's, and does not write to the process's streams.
    stream: new Writable({
      write(chunk, _encoding, done) {
        keep(chunk);
        done();
      },
    }),
    restore: () => {
      stream.write = write;
    },
  };
}
