import { type Command, Option } from 'commander';
import type { GradeFlags } from './grade.ts';
import { readCount, readPort, readScore } from './read-numbers.ts';
import type { RecordFlags } from './record.ts';
import type { ReplayFlags } from './replay.ts';

/** Adds the commands about what an application does: record, replay and grade. */
export function addRecordingCommands(program: Command): void {
  addRecord(program);
  addReplay(program);
  addGrade(program);
}

function addRecord(program: Command): void {
  program
    .command('record')
    .description("keep an application's traffic with a target, and hold both sides to the contract")
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not record: ')) })
    .requiredOption('--target <name>', 'sandbox, or a URL')
    .option('--port <number>', 'port of the proxy; 0 takes a free one', readPort, 0)
    .option('--out <folder>', 'where to; default: a new one in fixtures/captured')
    .option('--profile <name>', 'which contract: guide, official, or a file that was measured')
    .option('--entities <file>', 'write the entities there that are met, for paddock import; addresses are kept in it')
    .option('--allow-legacy-key', 'let keys through to the sandbox that do not say what they open')
    .option('--minimum <score>', 'exit with 1 for a lower score', readScore)
    .action(async (flags: RecordFlags) => (await import('./record.ts')).record(flags));
}

function addReplay(program: Command): void {
  program
    .command('replay')
    .description('send a recording again, and say what is answered otherwise')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not replay: ')) })
    .argument('<folder>', 'what paddock record wrote')
    .option('--target <name>', 'mock, mock:official, a URL, or sandbox', 'mock')
    .option('--profile <name>', 'which contract; default: the one of the recording')
    .addOption(new Option('--key <key>', 'API key of the target').env('PADDOCK_API_KEY'))
    .option('--budget <requests>', 'how many requests may be sent', readCount)
    .option('--allow-legacy-key', 'take a key for the sandbox that does not say what it opens')
    .addOption(
      new Option('--compare <what>', 'all values, or statuses, codes, fields and their kinds only')
        .choices(['values', 'shapes'])
        .default('values'),
    )
    .action(async (folder: string, flags: ReplayFlags) => (await import('./replay.ts')).replay(folder, flags));
}

function addGrade(program: Command): void {
  program
    .command('grade')
    .description('tell how well an application uses the API')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not grade: ')) })
    .argument('[folder]', 'what paddock record wrote; without it, what a running mock has seen')
    .addOption(
      new Option('--url <url>', 'base URL of the running mock').env('PADDOCK_URL').default('http://127.0.0.1:4010'),
    )
    .addOption(new Option('--key <key>', 'API key of the account').env('PADDOCK_API_KEY'))
    .addOption(new Option('--control-token <token>', 'control token of the mock').env('PADDOCK_CONTROL_TOKEN'))
    .option('--minimum <score>', 'exit with 1 for a lower score', readScore)
    .option('--json', 'print one JSON object')
    .action(async (folder: string | undefined, flags: GradeFlags) => (await import('./grade.ts')).grade(folder, flags));
}
