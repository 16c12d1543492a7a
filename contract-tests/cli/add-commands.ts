import { type Command, InvalidArgumentError, Option } from 'commander';
import { addRecordingCommands } from './add-recording-commands.ts';
import type { CompareFlags } from './compare.ts';
import type { MeasureFlags } from './measure.ts';
import type { MutantsFlags } from './mutants.ts';
import { readCount, readPort, readScore } from './read-numbers.ts';
import type { SweepFlags } from './sweep.ts';
import type { VerifyFlags } from './verify.ts';

/** Adds the commands of the contract suite. Each is loaded when it is asked for, so that none slows the others down. */
export function addCommands(program: Command): Command {
  addVerify(program);
  addCompare(program);
  addMutants(program);
  addMeasure(program);
  addSweep(program);
  addRecordingCommands(program);
  return program;
}

function addVerify(program: Command): void {
  program
    .command('verify')
    .description('hold a target to what Paddle promises, claim by claim')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not verify: ')) })
    .option('--target <name>', 'mock, mock:official, a URL, or sandbox', 'mock')
    .option('--profile <name>', 'which promises are expected: guide, official, or a file that was measured')
    .addOption(new Option('--key <key>', 'API key of the target').env('PADDOCK_API_KEY'))
    .option('--budget <requests>', 'how many requests may be sent', readCount)
    .option('--receiver <url>', 'a URL that leads to this machine, for webhooks from elsewhere')
    .option('--receiver-port <number>', 'port of this machine that it leads to (4011)', readPort)
    .option('--allow-legacy-key', 'take a key for the sandbox that does not say what it opens')
    .option('--only <claim>', "a claim, or a law's title; may be repeated", collect)
    .option('--runs <number>', 'cases of each property', readCount)
    .option('--seed <number>', 'makes the same cases again; or random', readSeed, 1)
    .option('--path <path>', 'the one case to try again, with --only')
    .option('--replay-path <path>', 'the steps to take again, with --path')
    .option('--judge <name>', 'who judges each exchange once more: prism, if @stoplight/prism-cli is installed')
    .option('--bail', 'stop after the first law that is broken')
    .option('--timeout <seconds>', 'how long one law may take', readCount)
    .option('--concurrency <number>', 'how many laws run at the same time', readCount)
    .option('--baseline <file>', 'JSON file with differences that are known, until when, and why')
    .option('--out <folder>', 'write all reports there')
    .option('--json <file>', 'write the report as JSON')
    .option('--junit <file>', 'write it as JUnit XML')
    .option('--markdown <file>', 'write a summary for CI')
    .option('--html <file>', 'write it as one page')
    .action(async (flags: VerifyFlags) => (await import('./verify.ts')).verify(flags));
}

function addCompare(program: Command): void {
  program
    .command('compare')
    .description('say what a run tells otherwise than the one before')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not compare: ')) })
    .argument('<reports...>', 'JSON files of two or more runs, the oldest first')
    .option('--html <file>', 'write them as one page')
    .action(async (files: string[], flags: CompareFlags) => (await import('./compare.ts')).compare(files, flags));
}

function addMutants(program: Command): void {
  program
    .command('mutants')
    .description('make a mock go wrong in many ways, and see whether tests notice')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not try mutants: ')) })
    .option('--test <command>', "runs your tests, which call PADDOCK_URL; without it, paddock's own suite is tried")
    .addOption(new Option('--profile <name>', 'what the mock promises').choices(['guide', 'official']).default('guide'))
    .option('--only <name>', 'a mutant; may be repeated', collect)
    .option('--timeout <seconds>', 'how long one law (default: 20), or your tests (300), may take', readCount)
    .option('--minimum <percent>', 'with --test: exit with 1 for a lower score', readScore)
    .option('--seed <number>', 'makes the same cases again; or random', readSeed, 1)
    .option('--list', 'say which mutants there are, and try none')
    .option('--json', 'write the results as JSON')
    .action(async (flags: MutantsFlags) => (await import('./mutants.ts')).mutants(flags));
}

function addSweep(program: Command): void {
  program
    .command('sweep')
    .description('remove what runs of verify left in the sandbox')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not sweep: ')) })
    .option('--older-than <time>', 'of runs that began so long ago, such as 30m, 12h or 1d', readTime, readTime('1d'))
    .option('--allow-legacy-key', 'take a key for the sandbox that does not say what it opens')
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
  program
    .command('measure')
    .description('find out what a target does, and write a profile that the mock can start with')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Could not measure: ')) })
    .option('--target <name>', 'mock, mock:official, a URL, or sandbox', 'mock')
    .addOption(new Option('--key <key>', 'API key of the target').env('PADDOCK_API_KEY'))
    .option('--budget <requests>', 'how many requests may be sent', readCount)
    .option('--receiver <url>', 'a URL that leads to this machine, for webhooks from elsewhere')
    .option('--receiver-port <number>', 'port of this machine that it leads to (4011)', readPort)
    .option('--allow-legacy-key', 'take a key for the sandbox that does not say what it opens')
    .option('--out <file>', 'where to write the profile', 'paddock.profile.json')
    .action(async (flags: MeasureFlags) => (await import('./measure.ts')).measure(flags));
}

function readSeed(text: string): number {
  if (text === 'random') return Math.floor(Math.random() * 0x7fffffff);
  if (!/^-?\d{1,10}$/.test(text)) throw new InvalidArgumentError('Give a whole number, or random.');
  return Number(text);
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
