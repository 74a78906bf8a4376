import type { Role } from '@hz/kernel';
import type { Translate } from './define-texts';
import type { commonTexts } from './common';

const KEYS = {
  candidate: 'roleCandidate',
  author: 'roleAuthor',
  reviewer: 'roleReviewer',
  'exam-manager': 'roleExamManager',
  invigilator: 'roleInvigilator',
  marker: 'roleMarker',
  'institution-clerk': 'roleInstitutionClerk',
  administrator: 'roleAdministrator',
  auditor: 'roleAuditor',
} as const satisfies Record<Role, string>;

export const roleName = (t: Translate<typeof commonTexts.table>, role: Role): string => t(KEYS[role]);
