import { instant, points, type CertificateNumber, type ResultId } from '@hz/kernel';
import type { CredentialFacts } from '../domain/unsigned-credential';

const RESULT = '01920000-0000-7000-8000-0000000000aa' as ResultId;
const day = (year: number, month: number, date: number) => instant(Date.UTC(year, month - 1, date, 2, 30));

/** Facts of a certificate; a test changes what it is about. */
export function credentialFacts(changes: Partial<CredentialFacts> = {}): CredentialFacts {
  const component = { resultId: RESULT, outOf: points(100), passMark: points(60) };
  return {
    number: 'HZ-2026-124-000017-4' as CertificateNumber,
    publicUrl: 'http://localhost:3000',
    issuer: { did: 'did:web:localhost%3A3000', name: '衡证 Hengzheng' },
    holder: { name: '欧阳晓明', latinName: 'Ouyang Xiaoming' },
    scheme: {
      id: '01920000-0000-7000-8000-000000000001',
      code: 'prompt-engineer-l4',
      version: 1,
      title: { zh: '提示词工程师（四级／中级工）', en: 'Prompt Engineer, Level 4' },
      level: 'L4',
    },
    skills: [{ id: 'prompt-design', name: { zh: '提示词设计', en: 'Prompt design' } }],
    award: {
      percent: points('83.5'),
      components: [
        { ...component, code: 'theory', percent: points(85), score: points(85), weight: 40 },
        { ...component, code: 'practical', percent: points('82.5'), score: points('82.5'), weight: 60 },
      ],
    },
    achievedAt: day(2026, 11, 24),
    validFrom: day(2026, 11, 25),
    validUntil: day(2029, 11, 25),
    status: {
      id: 'http://localhost:3000/status-lists/1/suspension#4711',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'suspension',
      statusListIndex: '4711',
      statusListCredential: 'http://localhost:3000/status-lists/1/suspension',
      statusReference: 'http://localhost:3000/status-lists/1',
    },
    ...changes,
  };
}
