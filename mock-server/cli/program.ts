import { Command, InvalidArgumentError, Option } from 'commander';
import { profileNames } from '../behaviours.ts';
import { version } from '../version.ts';
import { printBehaviours } from './behaviours.ts';
import type { DoctorFlags } from './doctor.ts';
import type { ListenFlags } from './listen.ts';
import { readField, readUrl, withRunningMock } from './remote-options.ts';
import type { StartOptions } from './start.ts';
import type { TriggerFlags } from './trigger.ts';

/** The command line: `paddock` with start, behaviours, doctor, trigger and listen. */
export function createProgram(): Command {
  const program = new Command('paddock')
    .description('Paddle Billing on your own machine.')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not start: ')) });

  program
    .command('start')
    .description('start the mock')
    .addOption(
      new Option('-p, --port <number>', 'port; 0 takes a free one')
        .env('PADDOCK_PORT')
        .default(4010)
        .argParser(readPort),
    )
    .addOption(new Option('--host <address>', 'address to listen on').env('PADDOCK_HOST').default('127.0.0.1'))
    .addOption(
      new Option('--profile <name>', 'which promises to keep')
        .env('PADDOCK_PROFILE')
        .choices(profileNames)
        .default('guide'),
    )
    .addOption(
      new Option('--behaviour <name=value>', 'set one behaviour; may be repeated, or a list with commas')
        .env('PADDOCK_BEHAVIOURS')
        .default({}, 'those of the profile')
        .argParser(readBehaviours),
    )
    .addOption(new Option('--data <file>', 'keep everything in a file').env('PADDOCK_DATA'))
    .addOption(
      new Option('--seed <number>', 'make IDs the same in each run, and let the clock stand')
        .env('PADDOCK_SEED')
        .argParser(readSeed),
    )
    .addOption(
      new Option('--fixtures <file>', 'JSON file with what the default account starts with').env('PADDOCK_FIXTURES'),
    )
    .addOption(
      new Option('--webhook-url <url>', 'send all events of the default account there').env('PADDOCK_WEBHOOK_URL'),
    )
    .addOption(new Option('--webhook-secret <secret>', 'sign them with this secret').env('PADDOCK_WEBHOOK_SECRET'))
    .addOption(
      new Option('--webhook-events <types>', 'send these event types only, a list with commas')
        .env('PADDOCK_WEBHOOK_EVENTS')
        .argParser(readList),
    )
    .option('--no-rate-limit', 'answer any number of requests')
    .addOption(
      new Option('--base-url <url>', "base URL of links, instead of each caller's own")
        .env('PADDOCK_BASE_URL')
        .argParser(readBaseUrl),
    )
    .addOption(
      new Option('--control-token <token>', 'let control requests in from other machines that send this token').env(
        'PADDOCK_CONTROL_TOKEN',
      ),
    )
    .addOption(
      new Option('--log <format>', 'log each request, and starting and stopping, instead of the start line')
        .env('PADDOCK_LOG')
        .choices(['json']),
    )
    .option('--quiet', 'print nothing')
    .option('--json', 'print the start line as one JSON object')
    // Loaded when asked for: the other commands need no server.
    .action(async (flags: StartOptions) => (await import('./start.ts')).start(flags));

  program
    .command('behaviours')
    .description('print what the profiles do differently')
    .action(() => printBehaviours(console.log));

  program
    .command('doctor')
    .description('try a webhook endpoint with good and bad deliveries, and tell what it gets wrong')
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'Could not examine the endpoint: ')),
    })
    .argument('<url>', 'URL of the endpoint')
    .addOption(
      new Option('--secret <secret>', 'secret that the endpoint verifies with')
        .env('PADDOCK_WEBHOOK_SECRET')
        .makeOptionMandatory(),
    )
    .option('--timeout <ms>', 'how long an answer may take', readMilliseconds, 5000)
    .option('--json', 'print the report as one JSON object')
    // Loaded when asked for: it brings the fixtures along, which the start of the mock need not wait for.
    .action(async (url: string, flags: DoctorFlags) => (await import('./doctor.ts')).doctor(url, flags));

  withRunningMock(
    program
      .command('trigger')
      .description('make an event happen on a running mock, and print it')
      .configureOutput({
        outputError: (text, write) => write(text.replace(/^error: /, 'Could not trigger the event: ')),
      })
      .argument('<event-type>', 'such as customer.updated')
      .option('--entity <id>', 'Paddle ID of what it is about; without it something is built')
      .option('--set <name=value>', 'set a field of the entity first; may be repeated', readField, {}),
  ).action(async (eventType: string, flags: TriggerFlags) => (await import('./trigger.ts')).trigger(eventType, flags));

  withRunningMock(
    program
      .command('listen')
      .description("forward a running mock's webhooks to an application")
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not listen: ')) })
      .requiredOption('--forward-to <url>', 'where the application takes webhooks', readUrl)
      .option('--events <types>', 'these event types only, a list with commas', readList)
      .option('--print-secret', 'print the secret that deliveries are signed with'),
  ).action(async (flags: ListenFlags) => (await import('./listen.ts')).listen(flags));

  return program;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return port;
}

function readMilliseconds(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number of milliseconds.');
  return Number(text);
}

function readSeed(text: string): number {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text)))
    throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function readBehaviours(text: string, values: Record<string, string>): Record<string, string> {
  const pairs = readList(text).map((pair) => pair.split('='));
  if (pairs.some(([, value]) => value === undefined)) {
    throw new InvalidArgumentError('Give name=value. See `paddock behaviours`.');
  }
  return { ...values, ...Object.fromEntries(pairs) };
}

function readList(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function readBaseUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError('Give an http or https URL.');
  return text.replace(/\/+$/, '');
}
