import { createProgram } from '#mock-server/cli/program.ts';
import { runHere } from '#mock-server/cli/testing/in-process.ts';
import { addCommands } from '../add-commands.ts';

/** Runs a command that ends by itself in this process, with an empty environment. Runs must not overlap. */
export function paddockHere(args: readonly string[], cwd: string) {
  return runHere(args, {}, { cwd, program: addCommands(createProgram()) });
}
