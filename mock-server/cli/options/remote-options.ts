import { type Command, InvalidArgumentError, Option } from 'commander';

/** Adds the options of every command that calls a running mock. */
export function withRunningMock(command: Command): Command {
  return command
    .addOption(
      new Option('--url <url>', 'base URL of the running mock')
        .env('PADDOCK_URL')
        .default('http://127.0.0.1:4010')
        .argParser((text) => readUrl(text).replace(/\/+$/, '')),
    )
    .addOption(new Option('--key <key>', 'API key of the account').env('PADDOCK_API_KEY'))
    .addOption(new Option('--control-token <token>', 'control token of the mock').env('PADDOCK_CONTROL_TOKEN'));
}

/** Reads an http or https URL that is not Paddle's. */
export function readUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new InvalidArgumentError('Give an http or https URL.');
  if (/(^|\.)paddle\.com\.?$/.test(url.hostname)) throw new InvalidArgumentError("This URL is Paddle's.");
  return text;
}

/** Reads `name=value` or `data.name=value`, and adds it to the fields read so far. */
export function readField(text: string, fields: Record<string, string> = {}): Record<string, string> {
  const [, name, value] = /^(?:data\.)?([^.=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError(
      'Give name=value, where name is a field of the entity. Nested fields cannot be set alone.',
    );
  }
  return { ...fields, [name]: value };
}
