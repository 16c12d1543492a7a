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

/** Reads a configuration file: the default export of a module, or the content of JSON or YAML. */
export async function loadConfig(path: string): Promise<unknown> {
  const extension = extname(path);
  if (extension === '.json') return JSON.parse(await readFile(path, 'utf8'));
  // Loaded on demand: most projects have no such file.
  if (/^\.ya?ml$/.test(extension)) return (await import('yaml')).parse(await readFile(path, 'utf8'));
  return fieldOf(await importAny(pathToFileURL(path).href, extension), 'default');
}

/**
 * Imports a file as an ES module even if package.json says CommonJS, as after `npm init`. Falls back to the type of its
 * package if it uses variables of CommonJS.
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

/** Formats of the extensions whose module type depends on package.json. */
const formats = new Map([
  ['.ts', 'module-typescript'],
  ['.js', 'module'],
]);

async function importAs(format: string, url: string): Promise<unknown> {
  // The query makes a retry possible, because Node caches a module that failed.
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
