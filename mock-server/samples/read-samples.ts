import { globSync, readFileSync } from 'node:fs';
import { marked } from 'marked';

/** A fenced code block of a manual. */
export type Sample = {
  /** The manual's path and the number of the block, from 1. */
  name: string;
  language: string;
  code: string;
  /** Code that the sample needs and readers do not: from comments `<!-- before … -->` and `<!-- after … -->`. */
  before: string;
  after: string;
  /** Texts that it prints, one per line of a comment `<!-- prints … -->`. */
  prints: string[];
  /** Reason for not running it, from a comment `<!-- not run: … -->`. */
  notRun: string | undefined;
  /** True for a sample too slow for each run of the tests, from a comment `<!-- slow -->`. */
  isSlow: boolean;
};

const comment = /<!-- (before|after|prints|not run:|slow)\s*([\s\S]*?)-->/g;

/** Reads all runnable samples from every README of the repository. */
export function readSamples(): Sample[] {
  const readmes = globSync('**/README.md', { exclude: (name) => name.startsWith('.') || name === 'node_modules' });
  return readmes.sort().flatMap((path) => samplesIn(path, readFileSync(path, 'utf8')));
}

/** Returns the samples of one manual. Blocks without a language, or in one that cannot be run, are skipped. */
export function samplesIn(path: string, markdown: string): Sample[] {
  let notes = new Map<string, string>();
  const samples: Sample[] = [];
  let number = 0;
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'html')
      for (const [, kind = '', text = ''] of token.raw.matchAll(comment)) notes.set(kind, text.trim());
    if (token.type !== 'code') continue;
    number += 1;
    const { lang = '', text: code } = token;
    if (['sh', 'ts'].includes(lang)) samples.push(sampleOf(`${path} #${number}`, lang, code, notes));
    notes = new Map();
  }
  return samples;
}

function sampleOf(name: string, language: string, code: string, notes: ReadonlyMap<string, string>): Sample {
  return {
    name,
    language,
    code,
    before: notes.get('before') ?? '',
    after: notes.get('after') ?? '',
    prints: (notes.get('prints') ?? '').split('\n').filter((text) => text !== ''),
    notRun: notes.get('not run:'),
    isSlow: notes.has('slow'),
  };
}

/** Splits a shell sample into commands, one per line with its continuations: after a backslash, or in quoted JSON. */
export function commandsOf({ code }: Sample): string[] {
  const unquoted = code.replaceAll(/'\{[^']*'/g, (quoted) => quoted.replaceAll(/\n\s*/g, ' '));
  const lines = unquoted.replaceAll(/\\\n\s*/g, '').split('\n');
  return lines
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}
