import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Image } from './build-image.ts';

/**
 * The command line that runs a program in an image: with the image's environment and nothing else, and as its user where
 * this process may choose. Programs that are asked to write elsewhere than in a volume cannot.
 */
export function commandIn(
  { env, user }: Image,
  command: readonly string[],
  given: Readonly<Record<string, string>>,
): [string, ...string[]] {
  const variables = Object.entries({ ...env, ...given }).map(([name, value]) => `${name}=${value}`);
  return ['env', '-i', ...asUser(user), ...variables, ...command];
}

/** Runs a command to its end, and tells its exit code. */
export function exitCodeOf(image: Image, command: readonly string[], given: Readonly<Record<string, string>>) {
  const [file, ...args] = commandIn(image, command, given);
  return spawnSync(file, args, { cwd: join(image.root, image.workdir), stdio: 'ignore' }).status;
}

/** Takes the right to write from everything but the volumes. */
export function makeReadOnly({ root, volumes }: Image): void {
  spawnSync('chmod', ['-R', 'a-w', root]);
  for (const volume of volumes) spawnSync('chmod', ['a+w', join(root, volume)]);
}

/** Only root may become somebody else. */
function asUser(user: string | undefined): string[] {
  if (user === undefined || process.getuid?.() !== 0) return [];
  const [uid, gid = uid] = user.split(':');
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', 'env'];
}
