import PDFDocument from 'pdfkit';
import { toDataURL } from 'qrcode';
import type { PdfFonts } from '@hz/platform';

export interface TicketContent {
  readonly ticketNo: string;
  readonly seatNo: number;
  readonly name: string;
  readonly maskedDocument: string | null;
  readonly sessionCode: string;
  readonly title: { zh: string; en: string };
  readonly scheme: { zh: string; en: string };
  readonly opensAt: number;
  readonly closesAt: number;
  readonly durationMinutes: number;
  readonly lateEntryMinutes: number | null;
  readonly extraTimePercent: number;
  readonly breakMinutes: number;
  readonly address: string;
}

const INK = '#14323a';
const GREY = '#5b6b70';
const MARGIN = 56;
const WIDTH = 595 - 2 * MARGIN;
const QR_SIZE = 96;

/** The admission ticket (准考证) as an A4 page in Chinese and English. */
export async function ticketPdf(content: TicketContent, fonts: PdfFonts): Promise<Buffer> {
  const qr = await toDataURL(content.ticketNo, { margin: 0, width: QR_SIZE * 4, errorCorrectionLevel: 'M' });
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: { Title: `准考证 ${content.ticketNo}`, Author: 'Hengzheng' },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', () => resolve()));
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  head(doc, content, qr);
  table(doc, content);
  rules(doc, content);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

type Document = InstanceType<typeof PDFDocument>;

function head(doc: Document, { title, ticketNo }: TicketContent, qr: string): void {
  doc.rect(0, 0, 595, 10).fill(INK);
  doc.fillColor(INK).font('bold').fontSize(28).text('准考证', MARGIN, 56);
  doc.fillColor(GREY).font('regular').fontSize(11).text('Admission ticket', MARGIN, 96);
  doc
    .fillColor(INK)
    .font('bold')
    .fontSize(14)
    .text(title.zh, MARGIN, 126, { width: WIDTH - QR_SIZE - 24 });
  doc
    .fillColor(GREY)
    .font('regular')
    .fontSize(10)
    .text(title.en, { width: WIDTH - QR_SIZE - 24 });
  doc.image(qr, MARGIN + WIDTH - QR_SIZE, 56, { width: QR_SIZE });
  doc
    .fillColor(INK)
    .font('regular')
    .fontSize(9)
    .text(ticketNo, MARGIN + WIDTH - QR_SIZE, 158, { width: QR_SIZE, align: 'center' });
}

function table(doc: Document, content: TicketContent): void {
  const rows: [string, string, string][] = [
    ['姓名', 'Name', content.name],
    ['证件号码', 'Identity document', content.maskedDocument ?? '未登记 / not recorded'],
    ['准考证号', 'Ticket number', content.ticketNo],
    ['座位', 'Seat', String(content.seatNo)],
    ['认证', 'Certification', `${content.scheme.zh}\n${content.scheme.en}`],
    ['场次', 'Session', content.sessionCode],
    [
      '考试时间',
      'Time',
      `${inBeijing(content.opensAt)} — ${inBeijing(content.closesAt)}\n北京时间 / China Standard Time (UTC+8)`,
    ],
    ['答题时长', 'Working time', workingTime(content)],
    ['入口', 'Entrance', content.address],
  ];
  let y = 200;
  for (const [zh, en, value] of rows) {
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + WIDTH, y)
      .lineWidth(0.5)
      .strokeColor('#c9d3d6')
      .stroke();
    doc
      .fillColor(GREY)
      .font('regular')
      .fontSize(10)
      .text(`${zh}  ${en}`, MARGIN, y + 9, { width: 150 });
    doc
      .fillColor('#111')
      .font('regular')
      .fontSize(11)
      .text(value, MARGIN + 160, y + 8, { width: WIDTH - 160 });
    y = Math.max(doc.y + 8, y + 34);
  }
  doc
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + WIDTH, y)
    .strokeColor('#c9d3d6')
    .stroke();
  doc.y = y + 20;
}

function rules(doc: Document, { lateEntryMinutes }: TicketContent): void {
  const late =
    lateEntryMinutes === null
      ? []
      : [
          `开考 ${lateEntryMinutes} 分钟后不得入场。 No entry later than ${lateEntryMinutes} minutes after the beginning.`,
        ];
  const lines = [
    '请提前 15 分钟进入候考页面，完成设备检查。 Enter the waiting room 15 minutes early and let it check your device.',
    ...late,
    '答案随时自动保存；断网时保留在本机，联网后补交。 Answers are saved as you go; without network they are kept on your device and sent later.',
    '姓名或证件信息有误，请在开考前联系考务人员。 If a name or number is wrong, tell the exam office before the exam.',
  ];
  doc.fillColor(INK).font('bold').fontSize(12).text('考生须知  Please note', MARGIN, doc.y);
  doc.moveDown(0.5).fillColor('#222').font('regular').fontSize(10);
  for (const line of lines) doc.text(`•  ${line}`, MARGIN, doc.y, { width: WIDTH }).moveDown(0.4);
}

function workingTime({ durationMinutes, extraTimePercent, breakMinutes }: TicketContent): string {
  const minutes = Math.round(durationMinutes * (1 + extraTimePercent / 100));
  const extra = extraTimePercent > 0 ? `（含加时 ${extraTimePercent}% / with ${extraTimePercent}% extra time）` : '';
  const breaks = breakMinutes > 0 ? `，休息 ${breakMinutes} 分钟 / breaks of ${breakMinutes} minutes` : '';
  return `${minutes} 分钟 / minutes${extra}${breaks}`;
}

function inBeijing(at: number): string {
  const parts = new Date(at + 8 * 3_600_000).toISOString();
  return `${parts.slice(0, 10)} ${parts.slice(11, 16)}`;
}
