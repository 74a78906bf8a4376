import type { Mark } from '@hz/platform';
import { circlePath, rosette } from './guilloche';

interface Seal {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly text: string;
  readonly colour: string;
}

/** Characters stand along so much of the circle, from the lower left to the lower right. */
const ARC = Math.PI * 1.36;

/** A round seal: the text along the upper edge, a star of fine lines in the middle. */
export function drawnSeal({ x, y, radius, text, colour }: Seal): Mark[] {
  const characters = [...text];
  const size = Math.min(radius * 0.26, (ARC * radius * 0.74) / characters.length / 1.06);
  const letters = characters.map((character, no): Mark => {
    const share = characters.length === 1 ? 0 : no / (characters.length - 1) - 0.5;
    const angle = share * ARC;
    const distance = radius * 0.72;
    return {
      ...{ kind: 'text', text: character, size, colour, weight: 'bold', align: 'centre', turn: angle },
      x: x + distance * Math.sin(angle),
      y: y - distance * Math.cos(angle),
    };
  });
  return [
    { kind: 'shape', path: circlePath(x, y, radius), stroke: { colour, width: radius * 0.05 }, opacity: 0.85 },
    { kind: 'shape', path: circlePath(x, y, radius * 0.92), stroke: { colour, width: 0.4 }, opacity: 0.85 },
    ...rosette({ x, y, radius: radius * 0.5, colour, opacity: 0.5, rings: 3, inner: 0.7 }),
    { kind: 'shape', path: star(x, y, radius * 0.26), fill: colour, opacity: 0.85 },
    ...letters,
  ];
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, no): [number, number] => {
    const distance = no % 2 === 0 ? radius : radius * 0.382;
    const angle = (no / 10) * Math.PI * 2;
    return [x + distance * Math.sin(angle), y - distance * Math.cos(angle)];
  });
  const [first, ...others] = points.map((point) => point.map((value) => value.toFixed(2)).join(' '));
  return `${first} m ${others.map((point) => `${point} l`).join(' ')} h`;
}
