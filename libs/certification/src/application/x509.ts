import { createPublicKey, randomBytes } from 'node:crypto';
import { MS_PER_DAY, plus, type Instant } from '@hz/kernel';
import forge from 'node-forge';
import { der, parsed, sha256 } from './der';

const DAYS_PER_YEAR = 365;
const ROOT_YEARS = 30;
const LEAF_YEARS = 20;
/** Document signing (RFC 9336), and mail signing for software that knows no other use of a signature. */
const USES = { '1.3.6.1.5.5.7.3.36': true, emailProtection: true };

export interface CertificateOrder {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly organisation: string;
  readonly now: Instant;
  /** Signs the body of the certificate with the key of the root: RSA with SHA-256. */
  sign(body: Buffer): Promise<Uint8Array>;
}

/** The certificate of the authority itself (RFC 5280): it signs the certificates of signing keys and nothing else. */
export function rootCertificate(order: CertificateOrder): Promise<Buffer> {
  const certificate = drafted(order, ROOT_YEARS);
  const name = nameOf('Hengzheng Root CA', order.organisation);
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  return signed(certificate, order);
}

/** The certificate of a key that signs PDFs. `rootUrl`: the public address of the root's certificate. */
export function signingCertificate(order: CertificateOrder, root: Buffer, rootUrl: string): Promise<Buffer> {
  const issuer = forge.pki.certificateFromAsn1(parsed(root));
  const certificate = drafted(order, LEAF_YEARS);
  certificate.setSubject(nameOf('Hengzheng Certificates', order.organisation));
  certificate.setIssuer(issuer.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'extKeyUsage', ...USES },
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
    { id: '1.3.6.1.5.5.7.1.1', value: issuersAddress(rootUrl) },
  ]);
  return signed(certificate, order);
}

/** A certificate as a text that every program reads. */
export function pemOf(certificate: Buffer): string {
  const lines = certificate.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function drafted({ publicKey, now }: CertificateOrder, years: number): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  const pem = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  certificate.publicKey = forge.pki.publicKeyFromPem(pem.export({ format: 'pem', type: 'spki' }).toString());
  // Positive, as X.509 wants it: the first of the 16 bytes stays below 0x80.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(plus(now, -MS_PER_DAY));
  certificate.validity.notAfter = new Date(plus(now, years * DAYS_PER_YEAR * MS_PER_DAY));
  return certificate;
}

function nameOf(commonName: string, organisation: string) {
  return [
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: organisation },
  ];
}

/** Authority information access (RFC 5280, 4.2.2.1): where the certificate of the issuer is. */
function issuersAddress(url: string): forge.asn1.Asn1 {
  const { asn1 } = forge;
  const { Class, Type } = asn1;
  const how = asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer('1.3.6.1.5.5.7.48.2').getBytes());
  const where = asn1.create(Class.CONTEXT_SPECIFIC, 6, false, url);
  return asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, [
    asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, [how, where]),
  ]);
}

/** As forge signs a certificate, but with a key that lies elsewhere. */
async function signed(certificate: forge.pki.Certificate, { sign }: CertificateOrder): Promise<Buffer> {
  const pki = forge.pki as typeof forge.pki & { getTBSCertificate(of: forge.pki.Certificate): forge.asn1.Asn1 };
  const draft = certificate as forge.pki.Certificate & { signatureOid: string; tbsCertificate: forge.asn1.Asn1 };
  draft.md = forge.md.sha256.create();
  draft.signatureOid = draft.siginfo.algorithmOid = forge.pki.oids['sha256WithRSAEncryption']!;
  draft.tbsCertificate = pki.getTBSCertificate(draft);
  draft.signature = Buffer.from(await sign(der(draft.tbsCertificate))).toString('binary');
  return der(forge.pki.certificateToAsn1(draft));
}

/** The SHA-256 of a certificate in pairs of hexadecimal digits, as people compare it. */
export function fingerprintOf(certificate: Buffer): string {
  return sha256(certificate)
    .toString('hex')
    .toUpperCase()
    .replaceAll(/..(?=.)/g, '$&:');
}
