import type { EnsuredAccount } from '@hz/identity';
import type { LocalizedText } from '@hz/kernel';

/** One password for all accounts of the demonstration; production refuses to make them. */
export const DEMO_PASSWORD = 'hengzheng-demo';

export const DEMO_INSTITUTIONS: readonly { code: string; name: LocalizedText }[] = [
  { code: 'demo-college', name: { zh: '示范职业技术学院', en: 'Demonstration College' } },
  { code: 'demo-employer', name: { zh: '示范科技有限公司', en: 'Demonstration Employer Ltd' } },
];

type DemoAccount = Omit<EnsuredAccount, 'password'>;

/** Somebody in each role. The second candidate has extra time and breaks. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    email: 'candidate@demo.example',
    legalName: '林晓晴',
    legalNamePinyin: 'Lin Xiaoqing',
    roles: ['candidate'],
    institutionCode: 'demo-college',
  },
  {
    email: 'candidate2@demo.example',
    legalName: '欧阳子墨',
    legalNamePinyin: 'Ouyang Zimo',
    roles: ['candidate'],
    institutionCode: 'demo-college',
    accommodation: { extraTimePercent: 50, breakMinutes: 10 },
  },
  { email: 'manager@demo.example', legalName: '周敏', roles: ['exam-manager'] },
  { email: 'invigilator@demo.example', legalName: '陈立', roles: ['invigilator'] },
  { email: 'marker@demo.example', legalName: '何静', roles: ['marker'] },
  { email: 'author@demo.example', legalName: '许文', roles: ['author'] },
  { email: 'reviewer@demo.example', legalName: '高远', roles: ['reviewer'] },
  { email: 'clerk@demo.example', legalName: '孙悦', roles: ['institution-clerk'], institutionCode: 'demo-employer' },
  { email: 'admin@demo.example', legalName: '赵宁', roles: ['administrator'] },
  { email: 'auditor@demo.example', legalName: '钱程', roles: ['auditor'] },
];
