import { safeName } from './zip';

describe('names of files in an archive', () => {
  it.each([
    ['欧阳晓明', 'HZ-2026-124-000017-4 欧阳晓明.pdf'],
    ['../../etc/passwd', 'HZ-2026-124-000017-4 ....etcpasswd.pdf'],
    ['C:\\a|b?c*', 'HZ-2026-124-000017-4 Cabc.pdf'],
    ['a\u202Efdp.exe\u0000\n', 'HZ-2026-124-000017-4 afdp.exe.pdf'],
    ['', 'HZ-2026-124-000017-4.pdf'],
    ['长'.repeat(90), `HZ-2026-124-000017-4 ${'长'.repeat(40)}.pdf`],
  ])('%j', (name, file) => {
    expect(safeName('HZ-2026-124-000017-4', name)).toBe(file);
  });
});
