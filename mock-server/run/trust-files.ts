import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates } from 'node:tls';
import { UsageError } from '#openapi/text/usage-error.ts';
import { type Environment, trustVariables } from './environment.ts';

/** Certificate files in a folder that only this user can read; disposing of them removes it. */
export type TrustFiles = AsyncDisposable & {
  /** File with the authority of this run. */
  authority: string;
  /** File with the authority of this run and all that programs trust on this machine. */
  bundle: string;
  /** Folder with settings for PHP, which reads none of the variables. */
  phpSettings: string;
};

/**
 * Writes the files. Variables such as `SSL_CERT_FILE` replace a program's certificates, so the bundle also has those of
 * Node, the system and the inherited environment.
 *
 * @throws UsageError if the environment names an unreadable file
 */
export async function writeTrustFiles(authority: string, inherited: Environment): Promise<TrustFiles> {
  const trusted = [
    authority,
    ...getCACertificates('bundled'),
    ...getCACertificates('system'),
    ...(await Promise.all(trustVariables.map((name) => readTrusted(name, inherited[name])))),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'paddock-run-'));
  const write = async (name: string, text: string) => {
    const file = join(folder, name);
    await writeFile(file, text, { mode: 0o600 });
    return file;
  };
  const bundle = await write('bundle.pem', certificatesIn(trusted.join('\n')).join('\n'));
  await write('paddock.ini', `curl.cainfo="${bundle}"\nopenssl.cafile="${bundle}"\n`);
  return {
    authority: await write('authority.pem', authority),
    bundle,
    phpSettings: folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Removes duplicates, because the sources overlap and programs read the bundle at each start. */
function certificatesIn(text: string): string[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  // Line lengths differ between sources.
  return [...new Map(blocks.map((block) => [block.replaceAll(/\s/g, ''), block])).values()];
}

async function readTrusted(variable: string, file: string | undefined): Promise<string> {
  if (!file) return '';
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UsageError(
      `Could not read the certificates in ${variable}: ${reason}. Set it to a file with certificates, or unset it.`,
    );
  }
}
