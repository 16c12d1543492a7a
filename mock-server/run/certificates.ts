import 'reflect-metadata';
import { KeyObject, randomBytes } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A TLS server's certificate and key, and the authority to trust. All in PEM. */
export type Certificates = {
  /** Certificate of the authority that callers must trust. Its private key is not kept. */
  authority: string;
  certificate: string;
  /** Private key of the server. */
  key: string;
};

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 24 * 60 * 60 * 1000;
const authorityName = 'CN=Paddock, for one run';

/** Makes a new authority and a server certificate for some hosts, valid from yesterday for eight days. */
export async function makeCertificates(hosts: readonly string[]): Promise<Certificates> {
  const [authorityKeys, serverKeys] = await Promise.all([makeKeys(), makeKeys()]);
  const certify = (keys: CryptoKeyPair, subject: string, extensions: Extension[]): Promise<X509Certificate> =>
    X509CertificateGenerator.create({
      // A leading byte below 0x80 keeps the serial number positive.
      serialNumber: `01${randomBytes(15).toString('hex')}`,
      subject,
      issuer: authorityName,
      notBefore: new Date(Date.now() - dayMs),
      notAfter: new Date(Date.now() + 7 * dayMs),
      publicKey: keys.publicKey,
      signingKey: authorityKeys.privateKey,
      signingAlgorithm: algorithm,
      extensions,
    });
  const authority = await certify(authorityKeys, authorityName, await authorityExtensions(authorityKeys));
  const server = await certify(serverKeys, `CN=${hosts[0]}`, await serverExtensions(hosts, serverKeys, authorityKeys));
  return {
    authority: `${authority.toString('pem')}\n`,
    certificate: `${server.toString('pem')}\n`,
    key: KeyObject.from(serverKeys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function makeKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

// Strict verifiers, such as Python's since 3.13, require key usages and identifiers.

async function authorityExtensions({ publicKey }: CryptoKeyPair): Promise<Extension[]> {
  return [
    new BasicConstraintsExtension(true, 0, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    await SubjectKeyIdentifierExtension.create(publicKey),
  ];
}

async function serverExtensions(
  hosts: readonly string[],
  server: CryptoKeyPair,
  authority: CryptoKeyPair,
): Promise<Extension[]> {
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns' as const, value }))),
    await SubjectKeyIdentifierExtension.create(server.publicKey),
    await AuthorityKeyIdentifierExtension.create(authority.publicKey),
  ];
}
