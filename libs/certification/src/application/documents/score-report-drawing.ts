import type { Drawing, Mark } from '@hz/platform';
import type { TemplateBody } from '../../contract';
import type { CertificateSheet } from './certificate-drawing';
import { linePath, rectPath, waveFrame } from './guilloche';
import { drawnSeal } from './seal';

export interface ScoreLine {
  readonly name: string;
  readonly gained: string;
  readonly outOf: string;
  /** What had to be reached; null where nothing had to. */
  readonly passMark: string | null;
}

export interface HolderPaper {
  readonly sheet: CertificateSheet;
  readonly colours: TemplateBody['colours'];
  readonly sealText: string;
  readonly qr: string;
  readonly address: string;
  readonly signatureBytes: number;
}

export interface ScoreReport extends HolderPaper {
  readonly total: ScoreLine;
  readonly components: readonly ScoreLine[];
  readonly skills: readonly ScoreLine[];
}

const [WIDTH, HEIGHT] = [595.28, 841.89];
const [LEFT, RIGHT] = [62, 595.28 - 62];
const GREY = '#54656a';
const RULE = '#b9c6c5';
const ROW = 25;
const CHINA_OFFSET_MS = 8 * 3_600_000;
/** So many skills find room on the page; the credential and the page of the holder have them all. */
const SKILLS_SHOWN = 14;

type Look = Omit<Extract<Mark, { kind: 'text' }>, 'kind' | 'text' | 'x' | 'y'>;
const put = (text: string, x: number, y: number, look: Look): Mark => ({ kind: 'text', text, x, y, ...look });

/** The score report (成绩单) as an A4 page: total, components with their pass marks, and skills. */
export function scoreReportDrawing(report: ScoreReport): Drawing {
  const { sheet, signatureBytes } = report;
  const marks: Mark[] = [...paper(report), ...head(report)];
  let y = 262;
  y = table(marks, report, { y, title: '成绩 Scores', lines: [report.total, ...report.components] });
  if (report.skills.length > 0) {
    table(marks, report, { y: y + 22, title: '按技能 By skill', lines: report.skills.slice(0, SKILLS_SHOWN) });
  }
  marks.push(...foot(report));
  return {
    title: `成绩单 ${sheet.number}`,
    author: sheet.issuer,
    language: 'zh-CN',
    at: sheet.issuedAt.getTime(),
    pages: [{ width: WIDTH, height: HEIGHT, marks }],
    attachments: [],
    pictures: {},
    signature: { bytes: signatureBytes, reason: 'Score report issued', name: sheet.issuer },
  };
}

function paper({ colours }: ScoreReport): Mark[] {
  const frame = { left: 34, top: 34, width: WIDTH - 68, height: HEIGHT - 68 };
  return [
    { kind: 'shape', path: rectPath(0, 0, WIDTH, HEIGHT), fill: colours.paper },
    ...waveFrame({ ...frame, colour: colours.ornament, depth: 4 }),
    {
      kind: 'shape',
      path: rectPath(frame.left + 8, frame.top + 8, frame.width - 16, frame.height - 16),
      stroke: { colour: colours.accent, width: 0.5 },
    },
  ];
}

function head({ sheet, colours, qr }: ScoreReport): Mark[] {
  const room = RIGHT - LEFT - 130;
  const latin = sheet.latinName === null ? '' : `  ${sheet.latinName}`;
  return [
    put(sheet.issuer, LEFT, 78, { size: 10.5, colour: colours.accent, weight: 'bold', spacing: 1.2 }),
    put('成绩单', LEFT, 118, { size: 32, colour: colours.ink, weight: 'bold', spacing: 6, heading: true }),
    put('SCORE REPORT', LEFT, 137, { size: 10, colour: GREY, spacing: 2.4 }),
    put(`${sheet.holderName}${latin}`, LEFT, 176, { size: 17, colour: colours.ink, weight: 'bold', room }),
    put(sheet.title.zh, LEFT, 198, { size: 12, colour: colours.accent, weight: 'bold', room }),
    put(sheet.title.en, LEFT, 213, { size: 9.5, colour: GREY, room }),
    put(`证书编号 Certificate number  ${sheet.number}`, LEFT, 233, { size: 9.5, colour: colours.ink, room }),
    { kind: 'shape', path: rectPath(RIGHT - 116, 66, 116, 116), fill: '#ffffff' },
    {
      ...{ kind: 'qr', text: qr, x: RIGHT - 112, y: 70, size: 108, colour: '#000000' },
      description: `查验二维码 Code to verify certificate ${sheet.number}`,
    },
    put('扫码查验证书  Scan to verify', RIGHT - 58, 196, { size: 7.5, colour: GREY, align: 'centre', room: 120 }),
  ];
}

/** Rows with a bar; returns where they end. */
function table(
  marks: Mark[],
  { colours }: ScoreReport,
  { y, title, lines }: { y: number; title: string; lines: readonly ScoreLine[] },
): number {
  marks.push(
    put(title, LEFT, y, { size: 11, colour: colours.accent, weight: 'bold' }),
    put('得分 Score', RIGHT - 66, y, { size: 8, colour: GREY, align: 'right' }),
    put('合格线 Pass', RIGHT, y, { size: 8, colour: GREY, align: 'right' }),
  );
  let line = y + 7;
  for (const { name, gained, outOf, passMark } of lines) {
    const share = Math.min(1, Math.max(0, Number(gained) / Math.max(1, Number(outOf))));
    marks.push(
      { kind: 'shape', path: linePath(LEFT, line, RIGHT, line), stroke: { colour: RULE, width: 0.5 } },
      put(name, LEFT, line + 16, { size: 9.5, colour: colours.ink, room: 214 }),
      { kind: 'shape', path: rectPath(LEFT + 226, line + 10, 110, 5), fill: '#dfe7e6' },
      ...(share === 0
        ? []
        : [{ kind: 'shape', path: rectPath(LEFT + 226, line + 10, 110 * share, 5), fill: colours.accent } as const]),
      put(`${gained} / ${outOf}`, RIGHT - 66, line + 16, {
        size: 9.5,
        colour: colours.ink,
        weight: 'bold',
        align: 'right',
      }),
      put(passMark ?? '–', RIGHT, line + 16, { size: 9.5, colour: GREY, align: 'right' }),
    );
    line += ROW;
  }
  return line;
}

function foot({ sheet, colours, sealText, address }: ScoreReport): Mark[] {
  const day = new Date(sheet.issuedAt.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
  return [
    ...drawnSeal({ x: RIGHT - 50, y: 748, radius: 40, text: sealText, colour: colours.seal }),
    put(`签发 Issued  ${day}`, LEFT, 770, { size: 9, colour: colours.ink }),
    put('本成绩单附有数字签名。 Digitally signed.', LEFT, 784, { size: 7.5, colour: GREY }),
    put(`${address}/verify/${sheet.number}`, LEFT, 795, { size: 7, colour: GREY, room: 380 }),
  ];
}
