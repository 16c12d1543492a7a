import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { createProgram } from '../program.ts';
import { runProgram } from '../run-program.ts';

/** The output of a command and its exit code. */
export type Ended = { code: number; out: string; err: string };

/**
 * Runs `paddock` in this process, with only the given environment: milliseconds instead of a second. For commands that
 * end by themselves, and one at a time, because globals of the process are replaced until they end.
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

/** Captures the writes to a stream instead of passing them on. */
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
    // Vitest's console does not write to the process's streams.
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
