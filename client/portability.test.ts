import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const folder = import.meta.dirname;
/** All but tests and the example shop, which is an application for Node. */
const sources = globSync(`${folder}/**/*.ts`).filter((file) => !/\.test(-d)?\.ts$|\/examples\/shop\//.test(file));

/** Virtual files: the examples in comments, and one that needs Node. */
const examples = sources.flatMap(readExamples);
const nodeOnly = `${folder}/node-only.ts`;
const virtual = new Map([
  ...examples,
  [nodeOnly, "import 'node:fs';\nexport const text = Buffer.from(process.version);\n"],
]);

/** The project's compiler options, with the types of the web platform only. */
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${folder}/../tsconfig.json`, ts.sys.readFile).config,
  ts.sys,
  `${folder}/..`,
);
const host = ts.createCompilerHost(options);
const { fileExists, readFile } = host;
host.fileExists = (file) => virtual.has(file) || fileExists(file);
host.readFile = (file) => virtual.get(file) ?? readFile(file);
const program = ts.createProgram(
  [...sources, ...virtual.keys()],
  { ...options, types: [], noUncheckedSideEffectImports: true },
  host,
);

describe('the client', { timeout: 60_000 }, () => {
  test('compiles without the types of Node', () => {
    expect(sources.length).toBeGreaterThan(15);
    expect(sources.flatMap(problemsOf)).toEqual([]);
  });

  test('would not compile if it needed Node', () => {
    expect(problemsOf(nodeOnly)).toHaveLength(3);
  });

  test('has examples in its comments that compile', () => {
    expect(examples.length).toBeGreaterThan(5);
    expect(examples.flatMap(([file, text]) => problemsOf(file).map((problem) => ({ problem, text })))).toEqual([]);
  });

  test('documents each export, and each that exists at run time with an example', () => {
    const checker = program.getTypeChecker();
    const entry = program.getSourceFile(`${folder}/index.ts`);
    const module = entry && checker.getSymbolAtLocation(entry);
    const exported = module ? checker.getExportsOfModule(module) : [];
    expect(exported.length).toBeGreaterThan(20);
    for (const alias of exported) {
      const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
      expect(symbol.getDocumentationComment(checker), alias.name).not.toEqual([]);
      const tags = symbol.getJsDocTags(checker).map((tag) => tag.name);
      if (symbol.flags & ts.SymbolFlags.Value) expect(tags, alias.name).toContain('example');
    }
  });
});

function problemsOf(file: string): string[] {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} was not compiled.`);
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return found.map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

function readExamples(file: string): [string, string][] {
  const blocks = readFileSync(file, 'utf8').matchAll(/^ \* ```ts\n([\s\S]*?)^ \* ```$/gm);
  return Array.from(blocks, ([, block = ''], index) => [
    file.replace(/\.ts$/, `.example-${index + 1}.ts`),
    block.replaceAll(/^ \* ?/gm, '').replace("'paddle-paddock/client'", `'${folder}/index.ts'`),
  ]);
}
