import type { Mark, Matrix } from '@hz/platform';

type Point = readonly [number, number];

const round = (value: number): string => String(Math.round(value * 100) / 100);
const at = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

/** A smooth line through the points (Catmull-Rom), in the path operators of PDF. */
export function smoothPath(points: readonly Point[], closed: boolean): string {
  const count = points.length;
  const point = (no: number): Point => points[closed ? (no + count) % count : Math.min(Math.max(no, 0), count - 1)]!;
  const pieces = [`${at(point(0))} m`];
  for (let no = 0; no < (closed ? count : count - 1); no += 1) {
    const [before, from, to, after] = [point(no - 1), point(no), point(no + 1), point(no + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    pieces.push(`${at(first)} ${at(second)} ${at(to)} c`);
  }
  return closed ? `${pieces.join(' ')} h` : pieces.join(' ');
}

/** A circle in the path operators of PDF. */
export function circlePath(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 16 }, (_, no): Point => {
    const angle = (no / 16) * Math.PI * 2;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return smoothPath(points, true);
}

export const rectPath = (x: number, y: number, width: number, height: number): string =>
  `${round(x)} ${round(y)} ${round(width)} ${round(height)} re`;
export const linePath = (x1: number, y1: number, x2: number, y2: number): string =>
  `${at([x1, y1])} m ${at([x2, y2])} l`;

const UNIT = 100;
const POINTS_PER_PETAL = 8;

/** A ring of petals with the radius `UNIT`, and its middle at the origin. */
function petals(count: number, depth: number): string {
  return artwork(`petals ${count} ${depth}`, () => newPetals(count, depth));
}

const made = new Map<string, string>();

/** Lines that every certificate has are computed once. */
function artwork(key: string, make: () => string): string {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

function newPetals(count: number, depth: number): string {
  const steps = count * POINTS_PER_PETAL;
  const points = Array.from({ length: steps }, (_, step): Point => {
    const angle = (step / steps) * Math.PI * 2;
    const distance = UNIT * (1 - depth + depth * Math.cos(count * angle));
    return [distance * Math.cos(angle), distance * Math.sin(angle)];
  });
  return smoothPath(points, true);
}

interface Rosette {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
  readonly opacity: number;
  /** Rings from the inner (share of the radius) to the outer. */
  readonly rings: number;
  readonly inner: number;
}

/** Fine interlaced lines, as on banknotes: decoration that a photocopier blurs. One path of each kind, copied smaller and turned. */
export function rosette({ x, y, radius, colour, opacity, rings, inner }: Rosette): Mark[] {
  const sorts = [
    { count: 18, depth: 0.2 },
    { count: 30, depth: 0.1 },
  ];
  return sorts.map(({ count, depth }) => ({
    kind: 'copies',
    path: petals(count, depth),
    stroke: { colour, width: 0.3 },
    opacity,
    at: Array.from({ length: rings * 2 }, (_, no): Matrix => {
      const ring = Math.floor(no / 2);
      const scale = (radius / UNIT) * (inner + ((1 - inner) * ring) / Math.max(1, rings - 1));
      const turn = (no % 2) * (Math.PI / count) + ring * 0.013;
      const [cos, sin] = [scale * Math.cos(turn), scale * Math.sin(turn)];
      return [cos, sin, -sin, cos, x, y];
    }),
  }));
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  /** Half the breadth of the band. */
  readonly depth: number;
}

/** A band of crossing waves along the four sides of a frame: one period, copied along. */
export function waveFrame({ left, top, width, height, colour, depth }: Frame): Mark[] {
  const across = Math.round(width / 22);
  const down = Math.round(height / 22);
  const side = (count: number, length: number, place: (along: number) => Matrix): Matrix[] =>
    Array.from({ length: count }, (_, no) => place((no * length) / count));
  return [
    waves(width / across, depth, colour, [
      ...side(across, width, (along) => [1, 0, 0, 1, left + along, top]),
      ...side(across, width, (along) => [1, 0, 0, 1, left + along, top + height]),
    ]),
    waves(height / down, depth, colour, [
      ...side(down, height, (along) => [0, 1, 1, 0, left, top + along]),
      ...side(down, height, (along) => [0, 1, 1, 0, left + width, top + along]),
    ]),
  ];
}

function waves(period: number, depth: number, colour: string, places: readonly Matrix[]): Mark {
  const path = artwork(`waves ${period} ${depth}`, () => newWaves(period, depth));
  return { kind: 'copies', path, stroke: { colour, width: 0.3 }, opacity: 0.75, at: places };
}

function newWaves(period: number, depth: number): string {
  const steps = 12;
  const lines = [1, 0.62, 0.3].flatMap((share) =>
    [0, 0.25, 0.5, 0.75].map((phase) =>
      smoothPath(
        Array.from({ length: steps + 1 }, (_, step): Point => {
          const angle = (step / steps + phase) * Math.PI * 2;
          return [(step / steps) * period, depth * share * Math.sin(angle)];
        }),
        false,
      ),
    ),
  );
  return lines.join(' ');
}
