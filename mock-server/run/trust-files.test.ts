import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { makeCertificates } from './certificates.ts';
import { writeTrustFiles } from './trust-files.ts';

const { authority } = await makeCertificates(['example.com']);
const { authority: before } = await makeCertificates(['before.example']);

function certificatesIn(text: string): string[] {
  return (text.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? []).map(
    (pem) => new X509Certificate(pem).fingerprint256,
  );
}

test('the bundle has the authority and the certificates of Node and the environment, each once', async () => {
  await using named = await writeTrustFiles(before, {});
  await using files = await writeTrustFiles(authority, { REQUESTS_CA_BUNDLE: named.authority, SSL_CERT_FILE: '' });
  const bundle = certificatesIn(await readFile(files.bundle, 'utf8'));
  expect(bundle).toEqual(expect.arrayContaining([authority, before, ...rootCertificates].flatMap(certificatesIn)));
  expect(new Set(bundle).size).toBe(bundle.length);
  expect(await readFile(files.authority, 'utf8')).toBe(authority);
});

test('the files are readable by the owner only, contain no key, and are removed', async () => {
  const files = await writeTrustFiles(authority, {});
  expect((await stat(files.phpSettings)).mode & 0o777).toBe(0o700);
  for (const file of [files.authority, files.bundle]) {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toContain('PRIVATE KEY');
  }
  await files[Symbol.asyncDispose]();
  await expect(stat(files.phpSettings)).rejects.toThrow('ENOENT');
});

test.each(['/nowhere/bundle.pem', fileURLToPath(new URL('.', import.meta.url))])(
  'inherited certificates that cannot be read, such as %s, are refused instead of dropped',
  async (file) => {
    const writing = writeTrustFiles(authority, { SSL_CERT_FILE: file });
    await expect(writing).rejects.toThrow(UsageError);
    await expect(writing).rejects.toThrow(/^Could not read the certificates in SSL_CERT_FILE: /);
  },
);
