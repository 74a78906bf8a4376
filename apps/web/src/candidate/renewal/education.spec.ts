import { educationErrors, educationOf, EMPTY_EDUCATION } from './education';

const NOW = new Date('2026-11-27T10:00:00+08:00');
const FILLED = {
  title: ' 提示词安全课程 ',
  provider: '某大学',
  hours: 12,
  completedOn: '2026-11-27',
  evidence: '结业证书第 123 号',
  evidenceLink: '',
};

describe('continuing education, as it is filled in', () => {
  it('is handed in without spaces around it, and with no link where there is none', () => {
    expect(educationErrors(FILLED, NOW)).toEqual({});
    expect(educationOf(FILLED)).toEqual({ ...FILLED, title: '提示词安全课程', evidenceLink: null });
  });

  it('says what is missing, field by field', () => {
    expect(educationErrors(EMPTY_EDUCATION, NOW)).toEqual({
      title: 'needText',
      provider: 'needText',
      hours: 'needHours',
      completedOn: 'needDay',
      evidence: 'needEvidence',
    });
  });

  it.each([
    [{ completedOn: '2026-11-28' }, 'completedOn'],
    [{ hours: 0 }, 'hours'],
    [{ hours: 1.5 }, 'hours'],
    [{ hours: 501 }, 'hours'],
    [{ evidenceLink: 'http://example.org/a' }, 'evidenceLink'],
    [{ evidenceLink: 'javascript:alert(1)' }, 'evidenceLink'],
    [{ evidence: ' 无  ' }, 'evidence'],
  ])('refuses %j', (change, field) => {
    expect(Object.keys(educationErrors({ ...FILLED, ...change }, NOW))).toEqual([field]);
  });
});
