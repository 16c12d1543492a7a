import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startOptions } from '../../server/start-options.ts';
import { createProgram } from '../program.ts';
import { run } from '../testing/command.ts';
import { runHere } from '../testing/in-process.ts';
import { applyConfigFile } from './config-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-config-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

function commandCalled(name: string) {
  const command = createProgram().commands.find((each) => each.name() === name);
  if (!command) throw new Error(`There is no command ${name}.`);
  return command.exitOverride().action(() => {});
}

/** The options of `paddock start` or `paddock run` in the folder, with these flags. */
async function optionsOf(args: string[], only: 'all' | 'mock' = 'all') {
  const command = commandCalled(only === 'all' ? 'start' : 'run');
  await command.parseAsync(args, { from: 'user' });
  await applyConfigFile(command, only, folder);
  return command.opts();
}

async function write(content: object, name = 'paddock.config.json'): Promise<void> {
  await writeFile(join(folder, name), JSON.stringify(content));
}

describe('a configuration file', () => {
  test.each(Object.entries(startOptions))('names %s like its flag', (key, { flag }) => {
    const words = key.replace(/[A-Z]/g, '-$&').toLowerCase();
    expect(flag).toMatch(new RegExp(`--(no-)?${words.replace(/s$/, 's?')}( |$)`));
  });

  test.each([
    ['paddock.config.json', '{"profile":"official","webhookEvents":["customer.created"],"rateLimit":false}'],
    ['paddock.config.yaml', 'profile: official\nwebhookEvents: [customer.created]\nrateLimit: false\n'],
    ['paddock.config.yml', 'profile: official\nwebhookEvents: [customer.created]\nrateLimit: false\n'],
    [
      'paddock.config.ts',
      "const name: string = 'official';\nexport default { profile: name, webhookEvents: ['customer.created'], rateLimit: false };",
    ],
  ])('is found as %s', async (name, text) => {
    await writeFile(join(folder, name), text);
    const expected = { profile: 'official', webhookEvents: ['customer.created'], rateLimit: false };
    expect(await optionsOf([])).toMatchObject(expected);
  });

  const [settings, esm, cjs] = ["{ profile: 'official', seed: 7 }", 'export default', 'module.exports ='];

  test.each([
    ['commonjs', 'ts', `import { join } from 'node:path';\nconst name: string = join('');\n${esm} ${settings}`],
    ['commonjs', 'js', `${esm} ${settings}`],
    ['commonjs', 'mts', `const name: string = '';\n${esm} ${settings}`],
    ['commonjs', 'mjs', `${esm} ${settings}`],
    ['commonjs', 'ts', `const name: string = require('node:path').sep;\n${cjs} ${settings}`],
    ['commonjs', 'js', `${cjs} ${settings}`],
    ['module', 'js', `${esm} ${settings}`],
    ['module', 'cts', `const name: string = '';\n${cjs} ${settings}`],
    ['module', 'cjs', `${cjs} ${settings}`],
    [undefined, 'ts', `const name: string = '';\n${esm} ${settings}`],
    [undefined, 'js', `${cjs} ${settings}`],
  ])('is read in a project of type %s as paddock.config.%s', async (type, extension, text) => {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type }));
    await writeFile(join(folder, `paddock.config.${extension}`), text);
    expect(await optionsOf([])).toMatchObject({ profile: 'official', seed: 7 });
  });

  test('yields to flags and variables, and for behaviours to each one', async () => {
    vi.stubEnv('PADDOCK_SEED', '3');
    await write({
      profile: 'official',
      seed: 1,
      journal: 5,
      behaviours: { timestamps: 'seconds', archiving: 'patch' },
    });
    const options = await optionsOf(['--profile', 'guide', '--behaviour', 'archiving=endpoint']);
    expect(options).toMatchObject({ profile: 'guide', seed: 3, journal: 5 });
    expect(options['behaviours']).toEqual({ timestamps: 'seconds', archiving: 'endpoint' });
  });

  test('gives paddock run the options of the mock, but not its address', async () => {
    await write({ port: 4010, host: '0.0.0.0', quiet: true, profile: 'official', seed: 1 });
    const options = await optionsOf(['node'], 'mock');
    expect(options).toMatchObject({ port: 0, profile: 'official', seed: 1 });
    expect(options).not.toHaveProperty('host');
    expect(options).not.toHaveProperty('quiet');
  });

  test.each<[object, string]>([
    [{ profil: 'official' }, 'profil is not an option. Did you mean profile?'],
    [{ behaviour: {} }, 'behaviour is not an option. Did you mean behaviours?'],
    [{ toString: 1 }, 'toString is not an option.'],
    [{ seed: '1' }, 'seed is not a number.'],
    [{ seed: 1.5 }, 'seed: Give a whole number.'],
    [{ port: 99_999 }, 'port: Give a number from 0 to 65535.'],
    [{ log: 'text' }, 'log: Allowed choices are pretty, json, none.'],
    [{ webhookEvents: 'customer.created' }, 'webhookEvents is not a list of strings.'],
    [{ behaviours: { timestamps: 1 } }, 'behaviours is not an object of strings.'],
    [{ rateLimit: 'off' }, 'rateLimit is not true or false.'],
    [[], 'it does not contain an object of options.'],
  ])('is refused with %j', async (content, why) => {
    await write(content);
    await expect(optionsOf([])).rejects.toThrow(`Could not read paddock.config.json: ${why}`);
  });

  test.each([
    ['paddock.config.json', '{"seed":'],
    ['paddock.config.yaml', 'seed: [1'],
    ['paddock.config.ts', 'throw new Error("broken");'],
  ])('that cannot be read is reported in one line: %s', async (name, text) => {
    await writeFile(join(folder, name), text);
    await expect(optionsOf([])).rejects.toThrow(new RegExp(`^Could not read ${name}: [^\\n]+\\.$`));
  });

  test.each(['toml', 'jsonc', 'tsx'])('is refused as paddock.config.%s', async (extension) => {
    await write({}, `paddock.config.${extension}`);
    await expect(optionsOf([])).rejects.toThrow(`Could not read paddock.config.${extension}: `);
    await write({ seed: 1 });
    expect(await optionsOf([])).toMatchObject({ seed: 1 });
  });

  test('is refused beside a second one', async () => {
    await write({});
    await writeFile(join(folder, 'paddock.config.yaml'), '{}');
    await expect(optionsOf([])).rejects.toThrow('paddock.config.yaml exists too');
  });
});

describe('in a folder with a configuration file', () => {
  test('paddock start uses it', async () => {
    await write({ port: 0, profile: 'official', json: true });
    await using command = run(['start'], {}, folder);
    expect(JSON.parse(await command.line(/^\{/))).toMatchObject({ profile: 'official' });
  });

  test('paddock start loads a TypeScript file in a project made by npm init, without a warning', async () => {
    await writeFile(join(folder, 'package.json'), '{"type":"commonjs"}');
    await writeFile(
      join(folder, 'paddock.config.ts'),
      "const profile: string = 'official';\nexport default { port: 0, profile, json: true };\n",
    );
    await using command = run(['start'], {}, folder);
    expect(JSON.parse(await command.line(/^\{/))).toMatchObject({ profile: 'official' });
    command.stop('SIGTERM');
    expect(await command.ended).toMatchObject({ code: 0, err: '' });
  });

  test('paddock start and run exit with 2 and one line if it has an unknown key', async () => {
    await write({ profil: 'official' });
    const err = 'Could not read paddock.config.json: profil is not an option. Did you mean profile?\n';
    for (const args of [['start'], ['run', '--', 'true']])
      expect(await runHere(args, {}, { cwd: folder })).toEqual({ code: 2, out: '', err });
  });

  test('other commands do not read it', async () => {
    await write({ profil: 'official' });
    expect((await runHere(['behaviours'], {}, { cwd: folder })).code).toBe(0);
  });
});
