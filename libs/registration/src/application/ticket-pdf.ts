import PDFDocument from 'pdfkit';
import { toDataURL } from 'qrcode';
import type { FontWeight, Typesetter } from '@hz/platform';

export interface TicketContent {
  readonly ticketNo: string;
  readonly seatNo: number;
  readonly name: string;
  readonly namePinyin: string | null;
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
export async function ticketPdf(content: TicketContent, typesetter: Typesetter): Promise<Buffer> {
  const qr = await toDataURL(content.ticketNo, { margin: 0, width: QR_SIZE * 4, errorCorrectionLevel: 'M' });
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: { Title: `准考证 ${content.ticketNo}`, Author: 'Hengzheng' },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', () => resolve()));
  typesetter.registerOn(doc);
  const sheet = { doc, typesetter };
  head(sheet, content, qr);
  table(sheet, content);
  rules(sheet, content);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

type Document = InstanceType<typeof PDFDocument>;
interface Sheet {
  readonly doc: Document;
  readonly typesetter: Typesetter;
}
interface Look {
  readonly weight?: FontWeight;
  readonly size: number;
  readonly colour: string;
  readonly width?: number;
  readonly align?: 'left' | 'center';
}

function write({ doc, typesetter }: Sheet, text: string, x: number, y: number, look: Look): void {
  const { weight = 'regular', size, colour, width = WIDTH, align = 'left' } = look;
  doc.fillColor(colour).fontSize(size);
  typesetter.draw(doc, weight, text, x, y, { width, align });
}

function head(sheet: Sheet, { title, ticketNo }: TicketContent, qr: string): void {
  const { doc } = sheet;
  const width = WIDTH - QR_SIZE - 24;
  doc.rect(0, 0, 595, 10).fill(INK);
  write(sheet, '准考证', MARGIN, 56, { weight: 'bold', size: 28, colour: INK, width });
  write(sheet, 'Admission ticket', MARGIN, 96, { size: 11, colour: GREY, width });
  write(sheet, title.zh, MARGIN, 126, { weight: 'bold', size: 14, colour: INK, width });
  write(sheet, title.en, MARGIN, doc.y, { size: 10, colour: GREY, width });
  const below = doc.y;
  doc.image(qr, MARGIN + WIDTH - QR_SIZE, 56, { width: QR_SIZE });
  write(sheet, ticketNo, MARGIN + WIDTH - QR_SIZE, 158, { size: 9, colour: INK, width: QR_SIZE, align: 'center' });
  doc.y = Math.max(below, doc.y) + 20;
}

function table(sheet: Sheet, content: TicketContent): void {
  const { doc } = sheet;
  const rows: [string, string, string][] = [
    ['姓名', 'Name', content.namePinyin === null ? content.name : `${content.name}\n${content.namePinyin}`],
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
    ['答题时长', 'Time allowed', workingTime(content)],
    ['入口', 'Entrance', content.address],
  ];
  let { y } = doc;
  for (const [zh, en, value] of rows) {
    rule(doc, y);
    write(sheet, `${zh}  ${en}`, MARGIN, y + 9, { size: 10, colour: GREY, width: 150 });
    const labelEnd = doc.y;
    write(sheet, value, MARGIN + 160, y + 8, { size: 11, colour: '#111', width: WIDTH - 160 });
    y = Math.max(doc.y + 8, labelEnd + 8, y + 34);
  }
  rule(doc, y);
  doc.y = y + 20;
}

function rule(doc: Document, y: number): void {
  doc
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + WIDTH, y)
    .lineWidth(0.5)
    .strokeColor('#c9d3d6')
    .stroke();
}

function rules(sheet: Sheet, { lateEntryMinutes }: TicketContent): void {
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
  const { doc } = sheet;
  write(sheet, '考生须知  Please note', MARGIN, doc.y, { weight: 'bold', size: 12, colour: INK });
  for (const line of lines) write(sheet, `•  ${line}`, MARGIN, doc.y + 5, { size: 10, colour: '#222' });
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
