import { type Command, Option } from 'commander';

/** What the help of a command says. */
export type Verb = {
  readonly name: string;
  /** What it does, beginning with a verb in lower case. */
  readonly description: string;
  /** Completes "Could not …" when an option is wrong. */
  readonly failure: string;
  readonly example: string;
  /** Where the manual is, below the repository. */
  readonly manual: string;
};

/** Adds a command, whose help ends with an example and where to read more. */
export function addVerb(program: Command, { name, description, failure, example, manual }: Verb): Command {
  return program
    .command(name)
    .description(description)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, `Could not ${failure}: `)) })
    .addHelpText('after', `\nExample:\n  ${example}\n\nManual: ${manual}`);
}

/** The API key of a target, which several commands take. */
export function keyOption(): Option {
  return new Option('--key <key>', 'API key to call the target with').env('PADDOCK_API_KEY');
}

/** The consent to a sandbox key of the old form, which several commands ask for. */
export function legacyKeyOption(): Option {
  return new Option('--allow-legacy-key', 'accept a sandbox key without the prefix pdl_sdbx_');
}
