import { type Command, CommanderError } from 'commander';
import { printError } from '#openapi/text/print.ts';
import { UsageError } from '#openapi/text/usage-error.ts';

/** Runs the command line. Misuse exits with code 2 and one line; any other failure is a bug and prints its stack. */
export async function runProgram(program: Command): Promise<void> {
  endQuietlyWithReader();
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else if (error instanceof UsageError) {
      printError(error.message);
      process.exitCode = 2;
    } else {
      throw error;
    }
  }
}

/** Ends the process silently when standard output is closed, as by `| head`, and ignores a closed standard error. */
function endQuietlyWithReader(): void {
  if (!process.stdout.listeners('error').includes(endOnClosedPipe)) process.stdout.on('error', endOnClosedPipe);
  if (!process.stderr.listeners('error').includes(ignoreClosedPipe)) process.stderr.on('error', ignoreClosedPipe);
}

function endOnClosedPipe(error: NodeJS.ErrnoException): void {
  ignoreClosedPipe(error);
  process.exit();
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
