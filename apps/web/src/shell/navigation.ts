import type { Role } from '@hz/kernel';
import type { shellTexts } from './texts';

type TextKey = Extract<keyof typeof shellTexts.table, `nav${string}` | 'signIn' | 'signUp'>;
export interface NavigationEntry {
  to: string;
  text: TextKey;
  /** Who finds it useful; left out: everybody, also signed out. */
  roles?: readonly Role[];
}

const MAIN: readonly NavigationEntry[] = [
  { to: '/', text: 'navSchemes' },
  { to: '/my', text: 'navMy', roles: ['candidate'] },
  { to: '/marking', text: 'navMarking', roles: ['marker'] },
  { to: '/institution', text: 'navInstitution', roles: ['institution-clerk'] },
  { to: '/verify', text: 'navVerify' },
];

const MANAGE: readonly NavigationEntry[] = [
  { to: '/manage/sessions', text: 'navSessions', roles: ['exam-manager', 'invigilator'] },
  { to: '/manage/blueprints', text: 'navBlueprints', roles: ['exam-manager', 'author', 'reviewer'] },
  { to: '/manage/forms', text: 'navForms', roles: ['exam-manager', 'author', 'reviewer'] },
  { to: '/manage/items', text: 'navItems', roles: ['author', 'reviewer', 'administrator'] },
  { to: '/manage/people', text: 'navPeople', roles: ['administrator', 'exam-manager'] },
  { to: '/manage/institutions', text: 'navInstitutions', roles: ['administrator', 'exam-manager'] },
  { to: '/manage/certificates', text: 'navCertificates', roles: ['exam-manager', 'administrator', 'auditor'] },
  { to: '/manage/education', text: 'navEducation', roles: ['exam-manager', 'administrator'] },
  { to: '/manage/appeals', text: 'navAppeals', roles: ['exam-manager', 'administrator', 'auditor'] },
  { to: '/manage/rechecks', text: 'navRechecks', roles: ['exam-manager', 'administrator', 'auditor'] },
  { to: '/manage/certificate-templates', text: 'navTemplates', roles: ['administrator'] },
  { to: '/manage/audit', text: 'navAudit', roles: ['auditor', 'administrator'] },
  { to: '/manage/queues', text: 'navQueues', roles: ['administrator'] },
];

const seenBy =
  (roles: readonly Role[]) =>
  (entry: NavigationEntry): boolean =>
    entry.roles === undefined || entry.roles.some((role) => roles.includes(role));

/** What the navigation offers to somebody with these roles. */
export function navigationFor(roles: readonly Role[]): { main: NavigationEntry[]; manage: NavigationEntry[] } {
  return { main: MAIN.filter(seenBy(roles)), manage: MANAGE.filter(seenBy(roles)) };
}

/** Whether an entry stands for its own page alone: the start page, and “my exams” beside the profile, which lies below it. */
export const isExact = (to: string, pathname: string): boolean => to === '/' || pathname.startsWith('/my/profile');
