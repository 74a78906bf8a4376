import { z } from 'zod';
import { ContentFile } from './content-file';

const text = `bank: demo
items:
  - id: one
    stem:
      zh: |
        题干
        二
    points: two
  - id: two
    points: 1
`;

describe('content files', () => {
  const file = ContentFile.parse('demo.yaml', text);

  it.each([
    [['bank'], 1],
    [['items', 0], 3],
    [['items', 0, 'stem', 'zh'], 5],
    [['items', 0, 'points'], 8],
    [['items', 1, 'points'], 10],
    [['items', 1, 'stem', 'zh'], 9],
    [['nothing'], 1],
  ])('%j stands in line %i', (path, line) => {
    expect(file.problem(path, 'x').line).toBe(line);
  });

  it('says in which line a value breaks the schema', () => {
    const read = file.read(z.object({ id: z.string(), points: z.number() }), ['items', 0]);
    expect(read.ok ? [] : read.problems).toMatchObject([
      { file: 'demo.yaml', line: 8, message: expect.stringContaining('points') },
    ]);
  });

  it('counts from the line at which a part of a file begins', () => {
    expect(ContentFile.parse('demo.yaml', 'a: 1\nb: 2', 41).problem(['b'], 'x').line).toBe(42);
  });

  it('reports broken syntax and duplicate keys instead of throwing', () => {
    expect(ContentFile.parse('x', 'a: "b\nc: [').problems.length).toBeGreaterThan(0);
    expect(ContentFile.parse('x', 'a: 1\na: 2').problems).toMatchObject([{ line: 2 }]);
  });

  it('refuses to unfold a bomb of aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c]`;
    expect(() => ContentFile.parse('x', bomb).at(['d'])).toThrow(/alias/i);
  });
});
