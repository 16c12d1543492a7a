import { type Command, CommanderError } from 'commander';

/**
 * Does what the command line asks for. Misuse is one line and exit code 2; anything else is a bug and shows its stack.
 */
export async function runProgram(program: Command): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else if (error instanceof Error && error.name === 'UsageError') {
      // By its name, since the client has a class of its own for the same.
      console.error(error.message);
      process.exitCode = 2;
    } else {
      throw error;
    }
  }
}
