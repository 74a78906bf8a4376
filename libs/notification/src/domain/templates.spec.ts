import { composeMail, type Mail } from './templates';

const head = { name: '王小明', link: 'https://hz.example/my' };
const mails: Mail[] = [
  { template: 'welcome', ...head },
  { template: 'sign-up-repeated', ...head },
  { template: 'password-reset', ...head },
  { template: 'registration-confirmed', ...head },
  { template: 'result-released', ...head },
  { template: 'certificate-issued', ...head, number: 'HZ-1' },
  { template: 'certificate-revoked', ...head, number: 'HZ-1', reason: '身份不符' },
];

describe('mail texts', () => {
  it.each(mails)('$template has a subject, the name and the link in both languages', (mail) => {
    const zh = composeMail(mail, 'zh');
    const en = composeMail(mail, 'en');
    expect(zh.subject).not.toBe(en.subject);
    for (const { subject, text } of [zh, en]) {
      expect(subject).not.toBe('');
      expect(text).toContain('王小明');
      expect(text).toContain(mail.link);
    }
  });

  it('keeps line breaks out of what goes into a header', () => {
    const { subject, text } = composeMail(
      { template: 'certificate-issued', name: 'A\r\nBcc: x@y', link: head.link, number: '1\r\nBcc: x@y' },
      'en',
    );
    expect(subject).toBe('Certificate 1 Bcc: x@y has been issued');
    expect(text.split('\n')[0]).toBe('Dear A Bcc: x@y,');
  });
});
