import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/manage/sessions',
    lazy: async () => ({ Component: (await import('./sessions/session-list-page')).SessionListPage }),
  },
  {
    path: '/manage/sessions/new',
    lazy: async () => ({ Component: (await import('./sessions/editor/session-editor-page')).NewSessionPage }),
  },
  {
    path: '/manage/sessions/:id/edit',
    lazy: async () => ({ Component: (await import('./sessions/editor/session-editor-page')).EditSessionPage }),
  },
  {
    path: '/manage/sessions/:id/report',
    lazy: async () => ({ Component: (await import('./incidents/report-page')).ReportPage }),
  },
  {
    path: '/manage/sessions/:id',
    lazy: async () => ({ Component: (await import('./sessions/session-page')).ManagedSessionPage }),
  },
  {
    path: '/manage/blueprints',
    lazy: async () => ({ Component: (await import('./forms/blueprint-list-page')).BlueprintListPage }),
  },
  {
    path: '/manage/blueprints/:id',
    lazy: async () => ({ Component: (await import('./forms/blueprint-page')).BlueprintPage }),
  },
  {
    path: '/manage/forms',
    lazy: async () => ({ Component: (await import('./forms/form-list-page')).FormListPage }),
  },
  { path: '/manage/forms/:id', lazy: async () => ({ Component: (await import('./forms/form-page')).FormPage }) },
  {
    path: '/manage/items',
    lazy: async () => ({ Component: (await import('./items/item-list-page')).ItemListPage }),
  },
  { path: '/manage/items/:id', lazy: async () => ({ Component: (await import('./items/item-page')).ItemPage }) },
  {
    path: '/manage/people',
    lazy: async () => ({ Component: (await import('./people/people-page')).PeoplePage }),
  },
  {
    path: '/manage/certificates',
    lazy: async () => ({ Component: (await import('./certificates/certificates-page')).CertificatesPage }),
  },
  {
    path: '/manage/certificates/:number',
    lazy: async () => ({ Component: (await import('./certificates/certificate-page')).CertificatePage }),
  },
  {
    path: '/manage/education',
    lazy: async () => ({ Component: (await import('./education/education-page')).EducationPage }),
  },
  {
    path: '/manage/appeals',
    lazy: async () => ({ Component: (await import('./appeals/appeals-page')).AppealsPage }),
  },
  {
    path: '/manage/rechecks',
    lazy: async () => ({ Component: (await import('./rechecks/rechecks-page')).RechecksPage }),
  },
  {
    path: '/manage/certificate-templates',
    lazy: async () => ({ Component: (await import('./templates/templates-page')).TemplatesPage }),
  },
  {
    path: '/manage/certificate-templates/:scope',
    lazy: async () => ({ Component: (await import('./templates/template-page')).TemplatePage }),
  },
  { path: '/manage/audit', lazy: async () => ({ Component: (await import('./audit/audit-page')).AuditPage }) },
];
