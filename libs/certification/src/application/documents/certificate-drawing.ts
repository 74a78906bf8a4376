import type { Attachment, Drawing, Mark } from '@hz/platform';
import type { TemplateBody } from '../../contract';
import { linePath, rectPath, rosette, waveFrame } from './guilloche';
import { drawnSeal } from './seal';

/** What a certificate shows. */
export interface CertificateSheet {
  readonly number: string;
  readonly holderName: string;
  readonly latinName: string | null;
  readonly title: { readonly zh: string; readonly en: string };
  /** Rows of two languages: label and value. */
  readonly facts: readonly (readonly [zh: string, en: string, value: string])[];
  readonly skills: readonly string[];
  readonly issuer: string;
  readonly issuedAt: Date;
}

export interface CertificateParts {
  readonly sheet: CertificateSheet;
  readonly template: TemplateBody;
  readonly pictures: Drawing['pictures'];
  /** What the QR code holds. */
  readonly qr: string;
  /** Where to look it up by hand, without the scheme. */
  readonly address: string;
  /** The place in the transparency log, as one line. */
  readonly logPlace: string | null;
  /** A copy that replaces a lost one says so, and so does what is only looked at. */
  readonly mark: 'duplicate' | 'specimen' | null;
  readonly attachments: readonly Attachment[];
  /** Room for the signature; null where nobody signs. */
  readonly signatureBytes: number | null;
}

const [PAGE_WIDTH, PAGE_HEIGHT] = [841.89, 595.28];
const MIDDLE = PAGE_WIDTH / 2;
const GREY = '#54656a';
const EDGE = 36;
const LEFT = 92;
const RIGHT = PAGE_WIDTH - 92;
const QR_SIZE = 116;
const QR_TOP = 350;

/** The certificate as one A4 page across, in Chinese and English. */
export function certificateDrawing(parts: CertificateParts): Drawing {
  const { sheet } = parts;
  return {
    title: `${sheet.title.zh} ${sheet.number}`,
    author: sheet.issuer,
    language: 'zh-CN',
    at: sheet.issuedAt.getTime(),
    pages: [
      {
        width: PAGE_WIDTH,
        height: PAGE_HEIGHT,
        marks: [
          ...paper(parts),
          ...head(parts),
          ...holder(parts),
          ...skills(parts),
          ...facts(parts),
          ...verification(parts),
          ...issuedBy(parts),
          ...foot(parts),
        ],
      },
    ],
    attachments: parts.attachments,
    pictures: parts.pictures,
    signature:
      parts.signatureBytes === null
        ? null
        : { bytes: parts.signatureBytes, reason: 'Certificate issued', name: sheet.issuer },
  };
}

const MARKS = { duplicate: '补发 Duplicate', specimen: '样本 Specimen' } as const;

type Look = Omit<Extract<Mark, { kind: 'text' }>, 'kind' | 'text' | 'x' | 'y'>;

const centred = (text: string, y: number, look: Look): Mark => ({
  ...{ kind: 'text', text, x: MIDDLE, y, align: 'centre', room: RIGHT - LEFT },
  ...look,
});
const put = (text: string, x: number, y: number, look: Look): Mark => ({ kind: 'text', text, x, y, ...look });

function paper({ template: { colours } }: CertificateParts): Mark[] {
  const inner = { width: PAGE_WIDTH - 2 * EDGE, height: PAGE_HEIGHT - 2 * EDGE };
  const ruled = (by: number, width: number, colour: string): Mark => ({
    kind: 'shape',
    path: rectPath(EDGE - by, EDGE - by, inner.width + 2 * by, inner.height + 2 * by),
    stroke: { colour, width },
  });
  const corners = [EDGE, PAGE_WIDTH - EDGE].flatMap((x) => [EDGE, PAGE_HEIGHT - EDGE].map((y) => ({ x, y })));
  return [
    { kind: 'shape', path: rectPath(0, 0, PAGE_WIDTH, PAGE_HEIGHT), fill: colours.paper },
    ...rosette({ x: MIDDLE, y: 296, radius: 214, colour: colours.accent, opacity: 0.2, rings: 9, inner: 0.3 }),
    ruled(11, 1.5, colours.accent),
    ...waveFrame({ left: EDGE, top: EDGE, ...inner, colour: colours.ornament, depth: 7 }),
    ruled(-11, 0.6, colours.accent),
    ...corners.flatMap(({ x, y }): Mark[] => [
      { kind: 'shape', path: rectPath(x - 13, y - 13, 26, 26), fill: colours.paper },
      { kind: 'shape', path: rectPath(x - 13, y - 13, 26, 26), stroke: { colour: colours.accent, width: 0.6 } },
      ...rosette({ x, y, radius: 12, colour: colours.ornament, opacity: 0.9, rings: 2, inner: 0.55 }),
    ]),
  ];
}

function head({ sheet, template: { heading, colours }, mark }: CertificateParts): Mark[] {
  const rule = (from: number, to: number): Mark => ({
    kind: 'shape',
    path: linePath(from, 141, to, 141),
    stroke: { colour: colours.ornament, width: 0.7 },
  });
  return [
    centred(sheet.issuer, 75, { size: 11.5, colour: colours.accent, weight: 'bold', spacing: 2 }),
    centred(heading.zh, 112, { size: 33, colour: colours.ink, weight: 'bold', spacing: 9, heading: true }),
    centred(heading.en, 130, { size: 10.5, colour: GREY, spacing: 2.6 }),
    rule(MIDDLE - 120, MIDDLE - 12),
    rule(MIDDLE + 12, MIDDLE + 120),
    ...rosette({ x: MIDDLE, y: 141, radius: 8, colour: colours.ornament, opacity: 1, rings: 1, inner: 1 }),
    ...(mark === null
      ? []
      : [put(MARKS[mark], RIGHT, 75, { size: 9, colour: colours.seal, weight: 'bold', align: 'right' })]),
  ];
}

function holder({ sheet, template: { opening, statement, colours } }: CertificateParts): Mark[] {
  const { holderName, latinName, title } = sheet;
  const isShort = /^\p{Script=Han}{2,4}$/u.test(holderName);
  return [
    centred(`${opening.zh}  ${opening.en}`, 164, { size: 10, colour: GREY }),
    centred(holderName, 206, { size: 37, colour: colours.ink, weight: 'bold', spacing: isShort ? 10 : 1, least: 10 }),
    ...(latinName === null ? [] : [centred(latinName, 226, { size: 12.5, colour: GREY, spacing: 0.6 })]),
    centred(`${statement.zh}  ${statement.en}`, 247, { size: 10, colour: GREY, least: 6 }),
    centred(title.zh, 278, { size: 23, colour: colours.accent, weight: 'bold', spacing: 1.5, least: 10 }),
    centred(title.en, 297, { size: 12.5, colour: colours.ink, weight: 'bold', least: 7 }),
  ];
}

/** So many are named; the attached credential has them all. */
const SKILLS_SHOWN = 12;

function skills({ sheet }: CertificateParts): Mark[] {
  if (sheet.skills.length === 0) return [];
  const more = sheet.skills.length > SKILLS_SHOWN ? ` … ${sheet.skills.length} 项 in all` : '';
  const text = `考核技能 Skills examined: ${sheet.skills.slice(0, SKILLS_SHOWN).join('；')}${more}`;
  const box = { x: LEFT + 20, y: 315, width: RIGHT - LEFT - 40, lines: 2, leading: 11 };
  return [{ kind: 'paragraph', text, ...box, size: 8, colour: GREY, align: 'centre' }];
}

/** Three columns of facts, left of the code. */
function facts({ sheet, template: { colours } }: CertificateParts): Mark[] {
  const width = (RIGHT - QR_SIZE - 34 - LEFT) / 3;
  return sheet.facts.flatMap(([zh, en, value], no): Mark[] => {
    const x = LEFT + (no % 3) * width;
    const y = 360 + Math.floor(no / 3) * 42;
    const room = width - 16;
    return [
      { kind: 'shape', path: linePath(x, y - 12, x + room, y - 12), stroke: { colour: '#b9c6c5', width: 0.5 } },
      put(`${zh}  ${en}`, x, y, { size: 7.5, colour: GREY, room }),
      put(value, x, y + 16, { size: 11.5, colour: colours.ink, weight: 'bold', room }),
    ];
  });
}

function verification({ qr, template: { colours }, sheet }: CertificateParts): Mark[] {
  const x = RIGHT - QR_SIZE;
  const quiet = { x: x - 6, y: QR_TOP - 6, size: QR_SIZE + 12 };
  return [
    { kind: 'shape', path: rectPath(quiet.x, quiet.y, quiet.size, quiet.size), fill: '#ffffff' },
    {
      ...{ kind: 'qr', text: qr, x, y: QR_TOP, size: QR_SIZE, colour: '#000000' },
      description: `查验二维码 Code to verify certificate ${sheet.number}`,
    },
    put('扫码查验  Scan to verify', x + QR_SIZE / 2, QR_TOP + QR_SIZE + 17, {
      ...{ size: 8, colour: colours.ink, weight: 'bold', align: 'centre' },
    }),
  ];
}

/** Signatures, the issuer, and the seal over its name. */
function issuedBy({ sheet, template, pictures }: CertificateParts): Mark[] {
  const { colours, seal, sealText, signatures } = template;
  const columns = signatures.map((signature, no): Mark[] => {
    const x = LEFT + no * 160;
    const drawn: Mark[] =
      signature.picture !== null && pictures[signature.picture] !== undefined
        ? [fitted(signature.picture, pictures, { x: x + 10, y: 456, width: 116, height: 38 }, signature.name)]
        : [];
    return [
      ...drawn,
      { kind: 'shape', path: linePath(x, 498, x + 136, 498), stroke: { colour: GREY, width: 0.5 } },
      put(signature.name, x, 510, { size: 9, colour: colours.ink, weight: 'bold', room: 136 }),
      put(`${signature.role.zh}  ${signature.role.en}`, x, 521, { size: 7, colour: GREY, room: 136 }),
    ];
  });
  const x = RIGHT - QR_SIZE - 100;
  const stamp: Mark[] =
    seal !== null && pictures[seal] !== undefined
      ? [fitted(seal, pictures, { x: x - 46, y: 428, width: 92, height: 92 }, sealText)]
      : drawnSeal({ x, y: 474, radius: 42, text: sealText, colour: colours.seal });
  const name: Mark[] =
    signatures.length > 0
      ? []
      : [
          put('签发机构  Issued by', LEFT, 480, { size: 7.5, colour: GREY }),
          put(sheet.issuer, LEFT, 498, { size: 14, colour: colours.ink, weight: 'bold', room: 300 }),
        ];
  return [...columns.flat(), ...name, ...stamp];
}

function foot({ template: { note }, address, logPlace, sheet }: CertificateParts): Mark[] {
  const line = `${note.zh} ${note.en}  ${address}/verify/${sheet.number}`;
  const log = logPlace === null ? [] : [centred(logPlace, 541, { size: 6, colour: GREY, least: 4 })];
  return [centred(line, logPlace === null ? 537 : 531, { size: 7, colour: GREY, least: 4.5 }), ...log];
}

/** A picture as large as the box allows, in its middle. */
function fitted(
  picture: string,
  pictures: Drawing['pictures'],
  box: { x: number; y: number; width: number; height: number },
  description: string,
): Mark {
  const size = sizeOf(pictures[picture]!);
  const scale = Math.min(box.width / size.width, box.height / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  const place = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2 };
  return { kind: 'picture', picture, ...place, width, height, description };
}

/** Width and height from the head of a PNG, or the frame of a JPEG that was cleaned before. */
function sizeOf(file: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(file);
  if (bytes[0] === 0x89) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xc2) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
  }
  return { width: 1, height: 1 };
}
