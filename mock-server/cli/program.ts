import { type Command, InvalidArgumentError, Option } from 'commander';
import { print } from '#openapi/text/print.ts';
import type { RunningMockOptions } from '../control-client/running-mock.ts';
import { scenarioNames } from '../explore/scenario.ts';
import { behaviourTable } from '../spec/behaviours.ts';
import { version } from '../text/version.ts';
import { explainCommands, mockHelp } from './command-help.ts';
import { printBehaviours } from './commands/behaviours.ts';
import type { DoctorFlags } from './commands/doctor.ts';
import type { ExploreFlags } from './commands/explore.ts';
import type { ImportFlags } from './commands/import.ts';
import type { ListenFlags } from './commands/listen.ts';
import type { PayFlags } from './commands/pay.ts';
import type { RunFlags } from './commands/run.ts';
import type { StartFlags } from './commands/start.ts';
import { prepareCall, type SteeringFlags, verbs } from './commands/steering.ts';
import type { TriggerFlags } from './commands/trigger.ts';
import { applyConfigFile } from './options/config-file.ts';
import { readField, readUrl, withRunningMock } from './options/remote-options.ts';
import { addStartOptions, readList, readPort } from './options/start-options.ts';
import { PaddockCommand } from './paddock-command.ts';

/** The command line of the mock. */
export function createProgram(): Command {
  const program = new PaddockCommand('paddock')
    .description('Paddle Billing on your own machine.')
    .version(version, '-v, --version')
    // Needed for `run` to pass options on to the program.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: (.)/, (_, first: string) => first.toUpperCase())),
    })
    .addHelpText('after', '\nEach command explains itself: paddock start --help.\n\nManual: README.md in the package.')
    .commandsGroup('Start a mock:');

  addStartOptions(
    program
      .command('start')
      .description('start a mock of Paddle Billing')
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not start: ')) }),
  )
    // Loaded on demand: the other commands need no server.
    .action(async (flags: StartFlags) => (await import('./commands/start.ts')).start(flags))
    .hook('preAction', (_program, command) => applyConfigFile(command, 'all'));

  addStartOptions(
    program
      .command('run')
      .description("run a program and send its calls of Paddle's API to a mock")
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not run: ')) })
      .usage('[options] -- <command...>')
      .argument('<command...>', 'the program and its arguments')
      .passThroughOptions()
      .optionsGroup('Run:')
      .option('--offline', "refuse connections to hosts other than Paddle's API and this machine")
      .option('-p, --port <number>', 'port of the mock; 0 chooses a free one', readPort, 0)
      .option('--quiet', "print only the program's own output"),
    // Programs are written for Paddle itself.
    { isOfMockOnly: true, profile: 'official' },
  )
    // Loaded on demand: the proxy and its certificates are slow to load.
    .action(async (command: string[], flags: RunFlags) => (await import('./commands/run.ts')).run(command, flags))
    .hook('preAction', (_program, command) => applyConfigFile(command, 'mock'));

  program
    .command('init')
    .description('write a configuration file and a first test')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not write the files: ')) })
    .action(async () => (await import('./commands/init/init.ts')).init());

  program
    .command('behaviours')
    .description('list the behaviours and how the profiles differ')
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'Could not print the behaviours: ')),
    })
    .option('--json', 'print them as one JSON object')
    .action(({ json }: { json?: true }) => {
      if (json) print(JSON.stringify(behaviourTable, null, 2));
      else printBehaviours(print);
    });

  program.commandsGroup('Work with a running mock or application:');

  program
    .command('doctor')
    .description('test a webhook endpoint with valid and invalid deliveries')
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'Could not test the endpoint: ')),
    })
    .argument('<url>', 'URL of the endpoint')
    .addOption(
      new Option('--secret <secret>', 'secret that the endpoint verifies signatures with')
        .env('PADDOCK_WEBHOOK_SECRET')
        .makeOptionMandatory(),
    )
    .option('--timeout <ms>', 'longest time to wait for a response', readNumber, 5000)
    .option('--json', 'print the report as one JSON object')
    // Loaded on demand: it loads the fixtures, which no other command needs.
    .action(async (url: string, flags: DoctorFlags) => (await import('./commands/doctor.ts')).doctor(url, flags));

  addExplore(program);

  withRunningMock(
    program
      .command('trigger')
      .description('cause an event on a running mock, and print it')
      .configureOutput({
        outputError: (text, write) => write(text.replace(/^error: /, 'Could not trigger the event: ')),
      })
      .argument('<event-type>', 'type of the event, such as customer.updated')
      .option(
        '--entity <id>',
        'ID of the entity to change, or of the customer (ctm_…) to create one for; by default, one is created',
      )
      .option(
        '--set <name=value>',
        'set a field of the entity first: text, or JSON such as {"plan":"pro"}, null, or true if the field is not a string; repeatable',
        readField,
      ),
  ).action(async (eventType: string, flags: TriggerFlags) =>
    (await import('./commands/trigger.ts')).trigger(eventType, flags),
  );

  withRunningMock(
    program
      .command('pay')
      .description('pay a transaction of a running mock, as a buyer does')
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not pay: ')) })
      .argument('<transaction-id>', 'ID of the transaction')
      .option('--card <number>', "number of a test card of Paddle's, such as 4242424242424242")
      .option('--expiry <month/year>', 'expiry of the card, such as 09/30')
      .option('--cvc <code>', 'code of the card')
      .option('--name <name>', 'name on the card')
      .option('--method <id>', 'saved payment method (paymtd_…) to pay with instead of a card')
      .option('--save', 'save the card for later purchases')
      .addOption(new Option('--authentication <result>', 'result of a challenge').choices(['succeed', 'fail'])),
  ).action(async (id: string, flags: PayFlags) => (await import('./commands/pay.ts')).pay(id, flags));

  withRunningMock(
    program
      .command('import')
      .description('add exported or recorded data to a running mock')
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not import: ')) })
      .argument('<file>', 'CSV export of customers or addresses, or JSON as the API returns it')
      .option('--events', 'announce what is added, such as by customer.imported'),
  ).action(async (file: string, flags: ImportFlags) => (await import('./commands/import.ts')).importFile(file, flags));

  withRunningMock(
    program
      .command('listen')
      .description("forward a running mock's webhooks to an application")
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not listen: ')) })
      .requiredOption('--forward-to <url>', "URL of the application's webhook endpoint", readUrl)
      .option('--events <types>', 'forward only these event types, separated by commas', readList)
      .option('--print-secret', 'print the secret that deliveries are signed with'),
  ).action(async (flags: ListenFlags) => (await import('./commands/listen.ts')).listen(flags));

  for (const [name, { description }] of Object.entries(verbs))
    addVerb(program, name as keyof typeof verbs, description);

  explainCommands(program, mockHelp);
  return program;
}

function addExplore(program: Command): void {
  program
    .command('explore')
    .description('deliver the events of a scenario in many orders, and compare an application with the API')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not explore: ')) })
    .requiredOption('--handler <url>', 'URL of the webhook endpoint', readUrl)
    .requiredOption(
      '--read <url>',
      'URL that answers with what the application has, as JSON; with placeholders such as {subscription_id}',
      readUrl,
    )
    .addOption(
      new Option('--secret <secret>', 'secret that the endpoint verifies signatures with')
        .env('PADDOCK_WEBHOOK_SECRET')
        .makeOptionMandatory(),
    )
    .addOption(new Option('--scenario <name>', 'one scenario (default: all)').choices(scenarioNames))
    .option('--events <types>', 'deliver only these event types, separated by commas', readList)
    .option('--runs <number>', 'orders to try for each scenario', readNumber, 100)
    .option('--seed <number>', 'seed of the orders', readNumber, 1)
    .option('--patience <ms>', 'longest time that the application needs after it has answered', readNumber, 300)
    .option('--json', 'print the results as one JSON object')
    // Loaded on demand: it loads a mock.
    .action(async (flags: ExploreFlags) => (await import('./commands/explore.ts')).explore(flags));
}

function addVerb(program: Command, name: keyof typeof verbs, description: string): void {
  const { actions }: { actions: object } = verbs[name];
  const command = program
    .command(name)
    .description(description)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not control the mock: ')) });
  const names = Object.keys(actions);
  if (names.length > 0) command.argument('[action]', names.join(', ')).argument('[value]', 'arguments of the action');
  if (name === 'requests') {
    command
      .option(
        '--status <statuses>',
        'only requests answered with these statuses, such as 4XX, separated by commas',
        readList,
      )
      .addOption(
        new Option('--export <format>', 'export them as a script or HAR').choices(['curl', 'har', 'typescript']),
      );
  }
  withRunningMock(command).action(async () => {
    const [action, value] = command.args;
    const flags = command.opts<RunningMockOptions & SteeringFlags>();
    const call = prepareCall(name, action, value, flags);
    // Loaded on demand: the other commands need no client.
    await (await import('./commands/steer.ts')).steer(call, flags);
  });
}

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 100.');
  return Number(text);
}
