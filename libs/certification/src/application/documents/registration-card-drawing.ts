import type { Drawing, Mark } from '@hz/platform';
import { linePath, rectPath, rosette } from './guilloche';
import type { HolderPaper } from './score-report-drawing';

export interface RegistrationCard extends HolderPaper {
  /** Days of the registration period. */
  readonly from: string;
  readonly until: string;
}

/** ID-1 of ISO/IEC 7810, 85.60 × 53.98 mm: what fits into a wallet. */
const [WIDTH, HEIGHT] = [242.65, 153.01];
const [LEFT, QR_SIZE] = [14, 74];
const GREY = '#54656a';

type Look = Omit<Extract<Mark, { kind: 'text' }>, 'kind' | 'text' | 'x' | 'y'>;
const put = (text: string, x: number, y: number, look: Look): Mark => ({ kind: 'text', text, x, y, ...look });

/** The registration card (注册卡): whose certificate is registered, for what, and until when. */
export function registrationCardDrawing(card: RegistrationCard): Drawing {
  const { sheet, colours, qr, from, until, signatureBytes } = card;
  const room = WIDTH - QR_SIZE - LEFT - 26;
  const x = WIDTH - QR_SIZE - 12;
  const marks: Mark[] = [
    { kind: 'shape', path: rectPath(0, 0, WIDTH, HEIGHT), fill: colours.paper },
    ...rosette({ x: 60, y: 86, radius: 62, colour: colours.accent, opacity: 0.2, rings: 6, inner: 0.3 }),
    { kind: 'shape', path: rectPath(0, 0, WIDTH, 26), fill: colours.accent },
    put('证书注册卡', LEFT, 17, { size: 11, colour: '#ffffff', weight: 'bold', spacing: 1.5, heading: true }),
    put('Registration card', 92, 17, { size: 7.5, colour: '#ffffff' }),
    put(sheet.issuer, WIDTH - 12, 17, { size: 7, colour: '#ffffff', align: 'right', room: 80 }),
    put(sheet.holderName, LEFT, 50, { size: 16, colour: colours.ink, weight: 'bold', room }),
    ...(sheet.latinName === null ? [] : [put(sheet.latinName, LEFT, 61, { size: 7.5, colour: GREY, room })]),
    put(sheet.title.zh, LEFT, 77, { size: 8, colour: colours.accent, weight: 'bold', room, least: 4 }),
    put(sheet.title.en, LEFT, 87, { size: 6.5, colour: GREY, room, least: 4 }),
    { kind: 'shape', path: linePath(LEFT, 95, LEFT + room, 95), stroke: { colour: colours.ornament, width: 0.5 } },
    put('注册有效期 Registered', LEFT, 106, { size: 6, colour: GREY }),
    put(`${from} — ${until}`, LEFT, 117, { size: 8.5, colour: colours.ink, weight: 'bold', room }),
    put(sheet.number, LEFT, 136, { size: 8, colour: colours.ink, weight: 'bold', room }),
    { kind: 'shape', path: rectPath(x - 4, 38, QR_SIZE + 8, QR_SIZE + 8), fill: '#ffffff' },
    {
      ...{ kind: 'qr', text: qr, x, y: 42, size: QR_SIZE, colour: '#000000' },
      description: `查验二维码 Code to verify certificate ${sheet.number}`,
    },
    put('以在线查验为准 Verify online', x + QR_SIZE / 2, 132, { size: 5.5, colour: GREY, align: 'centre', room: 84 }),
  ];
  return {
    title: `证书注册卡 ${sheet.number}`,
    author: sheet.issuer,
    language: 'zh-CN',
    at: sheet.issuedAt.getTime(),
    pages: [{ width: WIDTH, height: HEIGHT, marks }],
    attachments: [],
    pictures: {},
    signature: { bytes: signatureBytes, reason: 'Registration card issued', name: sheet.issuer },
  };
}
