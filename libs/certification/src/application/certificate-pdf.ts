import PDFDocument from 'pdfkit';
import { create } from 'qrcode';
import type { FontWeight, Typesetter } from '@hz/platform';
import { drawRosette, drawWaveFrame } from './guilloche';

export interface CertificateSheet {
  readonly number: string;
  readonly holderName: string;
  readonly latinName: string | null;
  readonly title: { readonly zh: string; readonly en: string };
  /** Rows of two languages: label and value. */
  readonly facts: readonly (readonly [zh: string, en: string, value: string])[];
  readonly issuer: string;
  readonly verificationUrl: string;
  readonly verificationHost: string;
  readonly issuedAt: Date;
}

type Document = InstanceType<typeof PDFDocument>;
interface Pen {
  readonly doc: Document;
  readonly typesetter: Typesetter;
}

const [PAGE_WIDTH, PAGE_HEIGHT] = [841.89, 595.28];
const INK = '#10343c';
const TEAL = '#0f6b73';
const GOLD = '#9a7a2f';
const GREY = '#54656a';
const EDGE = 34;
const LEFT = 84;
const RIGHT = PAGE_WIDTH - 84;
const QR_SIZE = 92;

/** The certificate as one A4 page across, in Chinese and English. Equal input gives equal bytes. */
export async function certificatePdf(sheet: CertificateSheet, typesetter: Typesetter): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [PAGE_WIDTH, PAGE_HEIGHT],
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${sheet.title.zh} ${sheet.number}`,
      Author: sheet.issuer,
      Creator: 'Hengzheng',
      Producer: 'Hengzheng',
      CreationDate: sheet.issuedAt,
      ModDate: sheet.issuedAt,
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', () => resolve()));
  typesetter.registerOn(doc);
  const pen = { doc, typesetter };
  drawPaper(doc);
  drawHead(pen, sheet);
  drawHolder(pen, sheet);
  drawFacts(pen, sheet);
  drawVerification(pen, sheet);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

interface Look {
  readonly size: number;
  readonly colour: string;
  readonly weight?: FontWeight;
  readonly spacing?: number;
}

/** Centred on the page, made smaller until it fits on one line. */
function centred(pen: Pen, text: string, y: number, look: Look): void {
  const { weight = 'regular', colour, spacing = 0 } = look;
  const room = RIGHT - LEFT;
  let { size } = look;
  while (size > 8 && widthOf(pen, text, weight, size, spacing) > room) size -= 1;
  const x = (PAGE_WIDTH - widthOf(pen, text, weight, size, spacing) + spacing) / 2;
  put(pen, text, x, y, { size, colour, weight, spacing });
}

function put({ doc, typesetter }: Pen, text: string, x: number, y: number, look: Look): void {
  doc.fillColor(look.colour).fontSize(look.size);
  const options = { lineBreak: false, characterSpacing: look.spacing ?? 0 };
  typesetter.draw(doc, look.weight ?? 'regular', text, x, y, options);
}

function widthOf({ doc, typesetter }: Pen, text: string, weight: FontWeight, size: number, spacing: number): number {
  doc.fontSize(size);
  const options = { characterSpacing: spacing };
  return typesetter
    .runs(text, weight)
    .reduce((sum, run) => sum + doc.font(run.font).widthOfString(run.text, options), 0);
}

function drawPaper(doc: Document): void {
  doc.rect(0, 0, PAGE_WIDTH, PAGE_HEIGHT).fill('#fdfcf7');
  drawRosette(doc, { x: PAGE_WIDTH / 2, y: 300, radius: 205, colour: TEAL, opacity: 0.16 });
  const inner = { width: PAGE_WIDTH - 2 * EDGE, height: PAGE_HEIGHT - 2 * EDGE };
  doc
    .lineWidth(1.4)
    .strokeColor(TEAL)
    .rect(EDGE - 8, EDGE - 8, inner.width + 16, inner.height + 16)
    .stroke();
  drawWaveFrame(doc, { left: EDGE, top: EDGE, ...inner, colour: GOLD });
  doc
    .lineWidth(0.6)
    .strokeColor(TEAL)
    .rect(EDGE + 8, EDGE + 8, inner.width - 16, inner.height - 16)
    .stroke();
}

function drawHead(pen: Pen, { issuer }: CertificateSheet): void {
  centred(pen, issuer, 62, { size: 12, colour: TEAL, weight: 'bold', spacing: 2 });
  centred(pen, '职业能力认证证书', 86, { size: 34, colour: INK, weight: 'bold', spacing: 8 });
  centred(pen, 'CERTIFICATE OF PROFESSIONAL COMPETENCE', 136, { size: 11.5, colour: GREY, spacing: 2.4 });
  const middle = PAGE_WIDTH / 2;
  pen.doc
    .lineWidth(0.8)
    .strokeColor(GOLD)
    .moveTo(middle - 70, 162)
    .lineTo(middle + 70, 162)
    .stroke();
  pen.doc.circle(middle, 162, 2.6).fill(GOLD);
}

function drawHolder(pen: Pen, { holderName, latinName, title }: CertificateSheet): void {
  centred(pen, '兹证明  This is to certify that', 178, { size: 10.5, colour: GREY });
  centred(pen, holderName, 196, {
    size: 38,
    colour: INK,
    weight: 'bold',
    spacing: /^\p{Script=Han}{2,4}$/u.test(holderName) ? 10 : 1,
  });
  if (latinName !== null) centred(pen, latinName, 248, { size: 13, colour: GREY, spacing: 0.6 });
  const sentence = '通过下列认证的全部考核，特发此证。  has passed every component of the certification named below.';
  centred(pen, sentence, 276, { size: 10.5, colour: GREY });
  centred(pen, title.zh, 298, { size: 24, colour: TEAL, weight: 'bold', spacing: 1.5 });
  centred(pen, title.en, 334, { size: 13, colour: INK, weight: 'bold' });
}

/** Two columns of facts above the lower edge. */
function drawFacts(pen: Pen, { facts }: CertificateSheet): void {
  const columns = 2;
  const columnWidth = (RIGHT - QR_SIZE - 40 - LEFT) / columns;
  const rows = Math.ceil(facts.length / columns);
  facts.forEach(([zh, en, value], at) => {
    const x = LEFT + Math.floor(at / rows) * columnWidth;
    const y = 384 + (at % rows) * 42;
    pen.doc
      .lineWidth(0.5)
      .strokeColor('#c9d3d2')
      .moveTo(x, y - 7)
      .lineTo(x + columnWidth - 22, y - 7)
      .stroke();
    put(pen, `${zh}  ${en}`, x, y - 2, { size: 8.5, colour: GREY });
    fitted(pen, value, x, y + 10, columnWidth - 22);
  });
}

function fitted(pen: Pen, text: string, x: number, y: number, room: number): void {
  let size = 12;
  while (size > 6 && widthOf(pen, text, 'bold', size, 0) > room) size -= 0.5;
  // A smaller text keeps the base line of its neighbours.
  put(pen, text, x, y + (12 - size), { size, colour: INK, weight: 'bold' });
}

function drawVerification(pen: Pen, { verificationUrl, verificationHost, number }: CertificateSheet): void {
  const x = RIGHT - QR_SIZE;
  const y = 380;
  drawQr(pen.doc, verificationUrl, x, y, QR_SIZE);
  put(pen, '扫码查验', x, y + QR_SIZE + 7, { size: 9, colour: INK, weight: 'bold' });
  put(pen, 'Scan to verify', x + 40, y + QR_SIZE + 7.6, { size: 8, colour: GREY });
  const note = `本证书附有数字签名，以在线查验的结果为准。 Digitally signed; the answer of the verification page counts:`;
  centred(pen, `${note} ${verificationHost}/verify/${number}`, 527, { size: 7.5, colour: GREY });
}

/** The code as filled squares: sharp at any size. */
function drawQr(doc: Document, text: string, x: number, y: number, size: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = size / modules.size;
  doc.rect(x - 5, y - 5, size + 10, size + 10).fill('#ffffff');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * unit, y + row * unit, unit + 0.05, unit + 0.05);
    }
  }
  doc.fill(INK);
}
