import { type Command, Option } from 'commander';
import { addVerb, keyOption, legacyKeyOption } from './add-verb.ts';
import type { GradeFlags } from './grade.ts';
import { readCount, readPort, readScore } from './read-numbers.ts';
import type { RecordFlags } from './record.ts';
import type { ReplayFlags } from './replay.ts';

/** Adds the commands for an application's traffic: record, replay and grade. */
export function addRecordingCommands(program: Command): void {
  addRecord(program);
  addReplay(program);
  addGrade(program);
}

function addRecord(program: Command): void {
  addVerb(program, {
    name: 'record',
    description: "record an application's traffic, and check both sides against the contract",
    failure: 'record',
    example: 'paddock record --target sandbox --port 4020 --out captured/checkout',
    manual: 'contract-tests/kit/recording/README.md',
  })
    .requiredOption('--target <name>', 'sandbox, or a URL')
    .option('--port <number>', 'port of the recording proxy (0: any free port)', readPort, 0)
    .option('--out <folder>', 'folder for the recording (default: a new one in fixtures/captured)')
    .option('--profile <name>', 'contract to check against: guide, official, or a file written by paddock measure')
    .option('--entities <file>', 'also write the entities seen, unmasked, for paddock import')
    .addOption(legacyKeyOption())
    .option('--minimum <score>', 'exit with 1 for a lower score', readScore)
    .action(async (flags: RecordFlags) => (await import('./record.ts')).record(flags));
}

function addReplay(program: Command): void {
  addVerb(program, {
    name: 'replay',
    description: 'send a recording again, and show where the responses differ',
    failure: 'replay',
    example: 'paddock replay captured/checkout --target mock:official --compare shapes',
    manual: 'contract-tests/kit/recording/README.md',
  })
    .argument('<folder>', 'a folder written by paddock record')
    .option('--target <name>', 'mock, mock:official, a URL, or sandbox', 'mock')
    .option('--profile <name>', "contract to check against (default: the recording's)")
    .addOption(keyOption())
    .option('--budget <requests>', 'maximum number of requests to send', readCount)
    .addOption(legacyKeyOption())
    .addOption(
      new Option('--compare <what>', 'values: everything; shapes: only statuses, codes, fields and types')
        .choices(['values', 'shapes'])
        .default('values'),
    )
    .action(async (folder: string, flags: ReplayFlags) => (await import('./replay.ts')).replay(folder, flags));
}

function addGrade(program: Command): void {
  addVerb(program, {
    name: 'grade',
    description: 'grade how well an application uses the API',
    failure: 'grade',
    example: 'paddock grade --url http://127.0.0.1:4010 --minimum 90',
    manual: 'contract-tests/kit/grading/README.md',
  })
    .argument('[folder]', 'a folder written by paddock record (default: the journal of a running mock)')
    .addOption(
      new Option('--url <url>', 'base URL of the running mock').env('PADDOCK_URL').default('http://127.0.0.1:4010'),
    )
    .addOption(new Option('--key <key>', "API key of the account (default: the mock's own)").env('PADDOCK_API_KEY'))
    .addOption(new Option('--control-token <token>', 'control token of the mock').env('PADDOCK_CONTROL_TOKEN'))
    .option('--minimum <score>', 'exit with 1 for a lower score', readScore)
    .option('--json', 'print the grade as one JSON object')
    .action(async (folder: string | undefined, flags: GradeFlags) => (await import('./grade.ts')).grade(folder, flags));
}
