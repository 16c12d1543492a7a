import { describe, expect, test } from 'vitest';
import { behaviourNames } from '../spec/behaviours.ts';
import { version } from '../text/version.ts';
import { createProgram } from './program.ts';
import { runHere } from './testing/in-process.ts';

const names = createProgram().commands.map((command) => command.name());

/** A command that parses its arguments and does nothing. */
function commandCalled(name: string) {
  const command = createProgram().commands.find((each) => each.name() === name);
  if (!command) throw new Error(`There is no command ${name}.`);
  return command.exitOverride().action(() => {});
}

describe('the help', () => {
  test.each(names)('of %s has a valid example and names a manual', async (name) => {
    const { code, out } = await runHere([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`\\nExample:\\n {2}\\$ paddock ${name}\\b`));
    expect(out).toMatch(/\nManual: [\w/-]+\.md in the package\.\n$/);
    const [, args = ''] = /\$ paddock \S+(.*)/.exec(out) ?? [];
    await expect(
      commandCalled(name).parseAsync(args.trim().split(/\s+/).filter(Boolean), { from: 'user' }),
    ).resolves.toBeDefined();
    expect(out).not.toMatch(/default: (\{\}|\[\]|undefined)/);
  });

  test('of the program lists each command', async () => {
    const { out } = await runHere(['--help']);
    for (const name of names) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });
});

describe('misuse is one line', () => {
  test.each([
    [['strat'], "Unknown command 'strat'. Did you mean start? See `paddock --help`."],
    [['foo'], "Unknown command 'foo'. See `paddock --help`."],
    [
      ['start', '--prt', '1'],
      "Could not start: unknown option '--prt'. Did you mean --port? See `paddock start --help`.",
    ],
    [['trigger'], "Could not trigger the event: missing required argument 'event-type'. See `paddock trigger --help`."],
  ])('of %j', async (args, line) => {
    expect(await runHere(args)).toEqual({ code: 2, out: '', err: `${line}\n` });
  });
});

test.each(['-v', '--version'])('%s prints the version', async (flag) => {
  expect(await runHere([flag])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('paddock behaviours --json prints each behaviour with its values', async () => {
  const { out } = await runHere(['behaviours', '--json']);
  const table = JSON.parse(out);
  expect(Object.keys(table)).toEqual(behaviourNames);
  expect(table['duplicate-emails'].values.allow).toMatchObject({ evidence: 'guide' });
});
