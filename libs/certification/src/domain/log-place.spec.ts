import { logPlace } from './log-place';

const PROOF = `c2sp.org/tlog-proof@v1
extra e30=
index 4711
AAAA

example.org/log
5000
qqqq

— example.org/log abcd
`;

describe('the place in the log, on paper', () => {
  it('names log, leaf and size', () => {
    expect(logPlace(PROOF)).toBe(
      '透明日志 Transparency log  example.org/log  #4711  (5000 条记录 entries at the checkpoint)',
    );
  });

  it.each(['', 'nothing', 'index 3\n\nexample.org/log\nmany\n'])('says nothing of what is not a proof: %j', (text) => {
    expect(logPlace(text)).toBeNull();
  });
});
