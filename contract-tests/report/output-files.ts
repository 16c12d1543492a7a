import { constants } from 'node:fs';
import { access, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '#openapi/text/usage-error.ts';

/** A path that a command writes to, and its option. */
export type Output = { readonly option: string; readonly path: string | undefined; readonly is: 'file' | 'folder' };

/**
 * Checks before the work that all outputs can be written. Creates nothing.
 *
 * @throws UsageError for the first path that cannot be written.
 */
export async function checkOutputs(outputs: readonly Output[]): Promise<void> {
  for (const { option, path, is } of outputs) {
    if (path === undefined) continue;
    const problem = await problemWith(resolve(path), is);
    if (problem !== null) throw new UsageError(`Could not write ${path}: ${problem}. Give another ${option}.`);
  }
}

/** Writes a text file, and creates its parent folders. */
export async function writeOutput(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function problemWith(path: string, is: Output['is']): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (is === 'file' && found?.isDirectory()) return 'it is a folder';
  if (found) return (is === 'folder' ? folderProblem : accessProblem)(path);
  return folderProblem(await nearestExisting(dirname(path)));
}

async function folderProblem(path: string): Promise<string | null> {
  const found = await stat(path);
  return found.isDirectory() ? accessProblem(path) : `${path} is a file, not a folder`;
}

async function accessProblem(path: string): Promise<string | null> {
  try {
    await access(path, constants.W_OK);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${path} is not writable (${error.code})` : String(error);
  }
}

/** Returns the path itself or its nearest existing ancestor, which may be a file. */
async function nearestExisting(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found || dirname(path) === path ? path : nearestExisting(dirname(path));
}
