import type PDFDocument from 'pdfkit';

type Document = InstanceType<typeof PDFDocument>;

export interface Rosette {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
  readonly opacity: number;
}

const STEPS = 720;

/** Draws a rosette of fine interlaced lines, as on banknotes: decoration that a photocopier blurs. */
export function drawRosette(doc: Document, { x, y, radius, colour, opacity }: Rosette): void {
  doc.save().lineWidth(0.35).strokeColor(colour, opacity);
  for (const [petals, depth, turn] of [
    [16, 0.22, 0],
    [16, 0.22, Math.PI / 16],
    [24, 0.12, 0],
    [24, 0.12, Math.PI / 24],
  ] as const) {
    for (let ring = 3; ring <= 10; ring += 1) {
      curve(doc, (angle) => {
        const r = (radius * ring) / 10;
        const distance = r * (1 + depth * Math.cos(petals * angle + turn * petals) - depth);
        return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
      });
    }
  }
  doc.restore();
}

/** Draws a band of crossing waves along the four sides of a frame. */
export function drawWaveFrame(
  doc: Document,
  { left, top, width, height, colour }: { left: number; top: number; width: number; height: number; colour: string },
): void {
  doc.save().lineWidth(0.45).strokeColor(colour, 0.55);
  const wave = (along: number, length: number, phase: number) =>
    2.6 * Math.sin((along / length) * Math.PI * 2 * Math.round(length / 13) + phase);
  for (const phase of [0, Math.PI / 2, Math.PI, (3 * Math.PI) / 2]) {
    for (const y of [top, top + height]) line(doc, width, (at) => [left + at, y + wave(at, width, phase)]);
    for (const x of [left, left + width]) line(doc, height, (at) => [x + wave(at, height, phase), top + at]);
  }
  doc.restore();
}

function curve(doc: Document, point: (angle: number) => readonly [number, number]): void {
  for (let step = 0; step <= STEPS; step += 1) {
    const [x, y] = point((step / STEPS) * Math.PI * 2).map(hundredths) as [number, number];
    if (step === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  doc.closePath().stroke();
}

function line(doc: Document, length: number, point: (at: number) => readonly [number, number]): void {
  for (let at = 0; at <= length; at += 1.5) {
    const [x, y] = point(at).map(hundredths) as [number, number];
    if (at === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  doc.stroke();
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
