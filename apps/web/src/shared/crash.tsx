import { isRouteErrorResponse, useRouteError } from 'react-router';
import { EmptyState } from './feedback/empty-state';
import { commonTexts, useTexts } from './texts';

/** What is shown instead of a page that failed; also when a new version has replaced the file that it wanted to load. */
export function Crash() {
  const t = useTexts(commonTexts);
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) {
    return (
      <EmptyState icon="search" title={t('notFoundTitle')} hint={t('notFoundHint')} level={1}>
        <a className="hz-button" href="/">
          {t('toHome')}
        </a>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="alert" title={t('crashedTitle')} hint={t('crashedHint')} level={1}>
      <button type="button" className="hz-button" onClick={() => window.location.reload()}>
        {t('reload')}
      </button>
    </EmptyState>
  );
}

/** The same for a page that stands alone. */
export function CrashPage() {
  return (
    <main style={{ maxWidth: 'var(--hz-reading)', margin: '48px auto', padding: '0 16px' }}>
      <Crash />
    </main>
  );
}
