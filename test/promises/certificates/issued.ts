import { certificationWorld } from '../../../libs/certification/src/testing/certification.fixture';
import { issued } from '../../../libs/certification/src/testing/issuing.fixture';
import { pemOf } from '../../../libs/certification/src/application/x509';
import { PdfSigningKey } from '../../../libs/certification/src/application/pdf-signing-key';
import { PublicDocuments } from '../../../libs/verification/src/application/public-documents.query';
import { LogDocuments } from '../../../libs/transparency/src/application/log-documents.query';

/** A certificate in every form in which its holder has it. */
export interface IssuedFiles {
  readonly number: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly qrUrl: string;
  readonly qrPayload: string;
  readonly logProof: string;
}

/** Certificates that the real pipeline issued, and what a stranger gets from public addresses to check them. */
export async function certificatesWorld(settings: Record<string, string> = {}) {
  const world = await certificationWorld(settings);
  const publicUrl = settings['PUBLIC_URL'] ?? 'http://localhost:3000';
  const bytes = (from: Uint8Array) => new Uint8Array(from);

  async function files(number: string): Promise<IssuedFiles> {
    const forms = await world.sql<{ disclosure: string; credential: string; token: string }>(
      'SELECT disclosure, credential, token FROM certification.variant WHERE number = $1',
      [number],
    );
    const [row] = await world.sql<{ qr: string; proof: string; pdf: Buffer }>(
      `SELECT c.qr_payload AS qr, c.log_proof AS proof, p.bytes AS pdf
         FROM certification.certificate c JOIN certification.pdf p ON p.hash = c.pdf_hash WHERE c.number = $1`,
      [number],
    );
    return {
      number,
      credentials: Object.fromEntries(forms.map(({ disclosure, credential }) => [disclosure, credential])),
      tokens: Object.fromEntries(forms.map(({ disclosure, token }) => [disclosure, token])),
      pdf: bytes(row!.pdf),
      qrUrl: `${publicUrl}/verify/${number}?code=abc#${row!.qr}`,
      qrPayload: row!.qr,
      logProof: row!.proof,
    };
  }

  const documents = world.get(PublicDocuments);
  const statusLists = async () => [
    await documents.statusList(1, 'revocation'),
    await documents.statusList(1, 'suspension'),
  ];
  const trustFile = async () => ({
    issuers: [{ url: publicUrl, didDocument: JSON.parse(await documents.issuerDocument()) as object }],
    logKeys: (await world.get(LogDocuments).keys()).split('\n').filter((line) => line !== ''),
    pdfRoots: [pemOf(await world.get(PdfSigningKey).root())],
    retrievedAt: new Date(world.context.clock.now()).toISOString(),
  });
  return { world, issue: async () => files((await issued(world)).number), files, statusLists, trustFile };
}
