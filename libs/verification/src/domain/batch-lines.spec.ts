import { batchLines, readLine } from './batch-lines';

describe('the lines of a batch', () => {
  it('are numbered as in the upload; empty ones, a mark of byte order and ends of Windows do not disturb', () => {
    expect(batchLines('\uFEFF{"number":"A"}\r\n\r\n  \n{"number":"B"}\n')).toEqual([
      { line: 1, question: '{"number":"A"}' },
      { line: 4, question: '{"number":"B"}' },
    ]);
    expect(batchLines('\n \n')).toEqual([]);
  });

  it.each([
    ['{"number":"HZ-1"}', { question: { number: 'HZ-1' } }],
    ['{"number":" HZ-1 ","name":"王","code":"c"}', { question: { number: 'HZ-1', name: '王', code: 'c' } }],
    ['HZ-1', { problem: { code: 'not-json' } }],
    ['"HZ-1"', { problem: { code: 'not-a-question' } }],
    ['{"number":""}', { problem: { code: 'not-a-question' } }],
    ['{"number":"HZ-1","nmae":"王"}', { problem: { code: 'not-a-question' } }],
  ])('%s', (text, expected) => {
    expect(readLine(text)).toMatchObject(expected);
  });
});
