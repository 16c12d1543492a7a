import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addCommands } from './add-commands.ts';

const verbs = addCommands(new Command()).commands;

test.each(verbs.map((verb) => [verb.name(), verb] as const))(
  'the help of %s has an example, and names its manual',
  (name, verb) => {
    let help = '';
    verb.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toMatch(new RegExp(`\\nExample:\\n.*\\bpaddock ${name}\\b`));
    const [, manual = ''] = /\nManual: ([\w/.-]+)(, "[^"]+")?\n*$/.exec(help) ?? [];
    expect(existsSync(new URL(`../../${manual}`, import.meta.url)), manual).toBe(true);
  },
);
