import { readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fieldOf } from '../../text/json-field.ts';

/** The names that a configuration file may have. */
export const configFileNames: readonly string[] = [
  ...['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'],
  ...['json', 'yaml', 'yml'],
].map((extension) => `paddock.config.${extension}`);

/** Reads a configuration file: the default export of a module, or what JSON or YAML holds. */
export async function loadConfig(path: string): Promise<unknown> {
  const extension = extname(path);
  if (extension === '.json') return JSON.parse(await readFile(path, 'utf8'));
  // Loaded when there is such a file, since most projects have none.
  if (/^\.ya?ml$/.test(extension)) return (await import('yaml')).parse(await readFile(path, 'utf8'));
  return fieldOf(await importAny(pathToFileURL(path).href, extension), 'default');
}

/**
 * Imports a file as an ES module even where package.json says CommonJS or nothing, which is what `npm init` writes; as
 * what its package says where it uses CommonJS's own variables.
 */
async function importAny(url: string, extension: string): Promise<unknown> {
  const format = formats.get(extension);
  if (format === undefined) return import(url);
  try {
    return await importAs(format, url);
  } catch (error) {
    if (!(error instanceof ReferenceError && /^(module|exports|require) is not defined/.test(error.message)))
      throw error;
    return import(url);
  }
}

/** The formats of the extensions whose meaning depends on package.json. */
const formats = new Map([
  ['.ts', 'module-typescript'],
  ['.js', 'module'],
]);

async function importAs(format: string, url: string): Promise<unknown> {
  // Under a name of its own, since Node keeps a module that failed.
  const module = `${url}?as-module`;
  const hooks = registerHooks({
    load: (each, context, next) => next(each, each === module ? { ...context, format } : context),
  });
  try {
    return await import(module);
  } finally {
    hooks.deregister();
  }
}
