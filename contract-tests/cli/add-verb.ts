import { type Command, Option } from 'commander';

/** A command and its help. */
export type Verb = {
  readonly name: string;
  /** Description that begins with a verb in lower case. */
  readonly description: string;
  /** Completes "Could not …" when an option is wrong. */
  readonly failure: string;
  readonly example: string;
  /** Path of the manual in the repository. */
  readonly manual: string;
};

/** Adds a command whose help ends with an example and the manual. */
export function addVerb(program: Command, { name, description, failure, example, manual }: Verb): Command {
  return program
    .command(name)
    .description(description)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, `Could not ${failure}: `)) })
    .addHelpText('after', `\nExample:\n  ${example}\n\nManual: ${manual}`);
}

/** Creates the option for the API key of a target. */
export function keyOption(): Option {
  return new Option('--key <key>', 'API key to call the target with').env('PADDOCK_API_KEY');
}

/** Creates the option that accepts legacy keys of the sandbox. */
export function legacyKeyOption(): Option {
  return new Option('--allow-legacy-key', 'accept a sandbox key without the prefix pdl_sdbx_');
}
