import { type Command, InvalidArgumentError, Option } from 'commander';
import { addRecordingCommands } from './add-recording-commands.ts';
import { addVerb, keyOption, legacyKeyOption } from './add-verb.ts';
import type { CompareFlags } from './compare.ts';
import type { MeasureFlags } from './measure.ts';
import type { MutantsFlags } from './mutants.ts';
import { readCount, readPort, readScore } from './read-numbers.ts';
import type { SweepFlags } from './sweep.ts';
import type { VerifyFlags } from './verify.ts';

/** Adds the commands of the contract kit. Their code is loaded on demand, so that the program starts fast. */
export function addCommands(program: Command): Command {
  program.commandsGroup('Verify a target or an application:');
  addVerify(program);
  addCompare(program);
  addMutants(program);
  addMeasure(program);
  addSweep(program);
  addRecordingCommands(program);
  return program;
}

function addVerify(program: Command): void {
  const verb = addVerb(program, {
    name: 'verify',
    description: 'check a target against every claim about Paddle, and report a verdict on each',
    failure: 'verify',
    example: 'paddock verify --target http://127.0.0.1:4010 --profile official --out reports',
    manual: 'contract-tests/README.md, "Verify"',
  });
  withTarget(verb)
    .option('--profile <name>', 'what to expect: guide, official, or a file written by paddock measure')
    .option(
      '--only <claim>',
      'run the laws of this claim, or the law with this title; repeatable (default: all)',
      collect,
    )
    .option('--runs <number>', 'number of cases per property (default: what each law asks for)', readCount)
    .addOption(seedOption())
    .option('--path <path>', 'replay the one case that a failure printed; goes with --only')
    .option('--replay-path <path>', 'replay the steps that a failure printed; goes with --path')
    .option('--judge <name>', 'have another validator check each exchange: prism (needs @stoplight/prism-cli)')
    .option('--bail', 'stop after the first broken law')
    .option('--timeout <seconds>', 'time limit for one law (default: 60; 900 for a shared account)', readCount)
    .option('--concurrency <number>', 'number of laws to run at once (default: 4; 1 for a shared account)', readCount)
    .option('--baseline <file>', 'JSON file of known differences, each with a reason and an expiry date')
    .option('--out <folder>', 'write all four reports to this folder')
    .option('--json <file>', 'write the report as JSON')
    .option('--junit <file>', 'write the report as JUnit XML')
    .option('--markdown <file>', 'write a summary as Markdown')
    .option('--html <file>', 'write the report as one HTML page')
    .action(async (flags: VerifyFlags) => (await import('./verify.ts')).verify(flags));
}

function addCompare(program: Command): void {
  addVerb(program, {
    name: 'compare',
    description: 'show which verdicts changed between runs of paddock verify',
    failure: 'compare',
    example: 'paddock compare monday.json today.json --html compared.html',
    manual: 'contract-tests/README.md, "Compare"',
  })
    .argument('<reports...>', 'JSON reports of two or more runs, oldest first')
    .option('--html <file>', 'write the comparison as one HTML page')
    .action(async (files: string[], flags: CompareFlags) => (await import('./compare.ts')).compare(files, flags));
}

function addMutants(program: Command): void {
  addVerb(program, {
    name: 'mutants',
    description: 'inject defects into the mock one by one, and see which of them tests notice',
    failure: 'try mutants',
    example: "paddock mutants --test 'npm test' --minimum 60",
    manual: 'contract-tests/README.md, "Mutants"',
  })
    .option('--test <command>', 'shell command that runs your tests (default: the contract suite)')
    .addOption(new Option('--profile <name>', 'profile of the mock').choices(['guide', 'official']).default('guide'))
    .option('--only <name>', 'try this mutant; repeatable (default: all)', collect)
    .option(
      '--minimum <percent>',
      'exit with 1 if your tests notice less than this share of what they reach',
      readScore,
    )
    .option(
      '--timeout <seconds>',
      'time limit for one law (default: 20), or one run of your tests (default: 300)',
      readCount,
    )
    .addOption(seedOption())
    .option('--list', 'list the mutants, and try none')
    .option('--json', 'print the results as JSON')
    .action(async (flags: MutantsFlags) => (await import('./mutants.ts')).mutants(flags));
}

function addSweep(program: Command): void {
  addVerb(program, {
    name: 'sweep',
    description: 'archive or delete what earlier runs left in the sandbox',
    failure: 'sweep',
    example: 'PADDLE_SANDBOX_API_KEY=pdl_sdbx_… paddock sweep --older-than 12h',
    manual: 'contract-tests/README.md, "The sandbox"',
  })
    .addOption(
      new Option('--older-than <time>', 'skip runs that began more recently, such as 30m, 12h or 1d')
        .argParser(readTime)
        .default(readTime('1d'), '1d'),
    )
    .addOption(legacyKeyOption())
    .action(async (flags: SweepFlags) => (await import('./sweep.ts')).sweep(flags));
}

function readTime(text: string): number {
  const [, number, unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const ms = new Map([
    ['m', 60_000],
    ['h', 3_600_000],
    ['d', 86_400_000],
  ]).get(unit);
  if (ms === undefined) throw new InvalidArgumentError('Give a number of minutes, hours or days, such as 30m or 1d.');
  return Number(number) * ms;
}

function addMeasure(program: Command): void {
  const verb = addVerb(program, {
    name: 'measure',
    description: 'find out how a target behaves, and write a profile the mock can start with',
    failure: 'measure',
    example: 'paddock measure --target sandbox --out paddock.profile.json',
    manual: 'contract-tests/README.md, "Measure"',
  });
  withTarget(verb)
    .option('--out <file>', 'file to write the profile to', 'paddock.profile.json')
    .action(async (flags: MeasureFlags) => (await import('./measure.ts')).measure(flags));
}

/** Adds the options that select a target. */
function withTarget(command: Command): Command {
  return command
    .option('--target <name>', 'mock, mock:official, a URL, or sandbox', 'mock')
    .addOption(keyOption())
    .option('--budget <requests>', 'maximum number of requests to send', readCount)
    .option('--receiver <url>', 'public URL, such as a tunnel, that leads to this machine, for webhooks')
    .option('--receiver-port <number>', 'local port that the receiver URL leads to (default: 4011)', readPort)
    .addOption(legacyKeyOption());
}

function seedOption(): Option {
  return new Option('--seed <number>', 'seed of the generated cases, or random').argParser(readSeed).default(1);
}

function readSeed(text: string): number {
  if (text === 'random') return Math.floor(Math.random() * 0x7fffffff);
  if (!/^-?\d{1,10}$/.test(text)) throw new InvalidArgumentError('Give a whole number, or random.');
  return Number(text);
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
