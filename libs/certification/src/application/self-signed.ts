import { constants, privateEncrypt, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

const DAY_MS = 86_400_000;
const VALID_YEARS = 20;
/** DigestInfo of SHA-256 without the digest (RFC 8017, 9.2, note 1). */
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** A self-signed X.509 certificate for signing documents. */
export function selfSigned(privateKey: KeyObject, organisation: string, now: number): forge.pki.Certificate {
  const key = forge.pki.privateKeyFromPem(privateKey.export({ format: 'pem', type: 'pkcs1' }).toString());
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  // Positive, as X.509 wants it: the first of the 16 bytes stays below 0x80.
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
  certificate.validity.notBefore = new Date(now - DAY_MS);
  certificate.validity.notAfter = new Date(now + VALID_YEARS * 365 * DAY_MS);
  const name = [
    { name: 'commonName', value: 'Hengzheng certificates' },
    { name: 'organizationName', value: organisation },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  // RSA in JavaScript would take long; the key signs natively instead.
  certificate.sign({ ...key, sign: (digest) => nativeSignature(privateKey, digest) }, forge.md.sha256.create());
  return certificate;
}

function nativeSignature(key: KeyObject, message: forge.md.MessageDigest | string): string {
  const digest = typeof message === 'string' ? message : message.digest().getBytes();
  const info = Buffer.concat([SHA256_INFO, Buffer.from(digest, 'binary')]);
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info).toString('binary');
}
