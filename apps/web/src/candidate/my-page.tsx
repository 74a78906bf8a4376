import { RequireRole } from '../shared/session/require-role';
import { useTexts } from '../shared/texts';
import { Page } from '../shared/ui';
import { MyCertificates } from './my-certificates';
import { MyRegistrations } from './my-registrations';
import { MyResults } from './my-results';
import { NextExam } from './next-exam';
import { candidateTexts } from './texts';

/** Where a candidate begins: the next exam, then everything that came before it. */
export function MyPage() {
  const t = useTexts(candidateTexts);
  return (
    <RequireRole roles={['candidate']}>
      {(me) => (
        <Page title={t('my')} lead={t('hello', { name: me.displayName })}>
          <NextExam />
          <MyRegistrations />
          <MyResults />
          <MyCertificates />
        </Page>
      )}
    </RequireRole>
  );
}
