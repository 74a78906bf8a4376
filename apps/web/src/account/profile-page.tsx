import { Notice } from '../shared/feedback';
import { RequireRole } from '../shared/session/require-role';
import { useTexts } from '../shared/texts';
import { Page, Section } from '../shared/ui';
import { DocumentCard } from './document-card';
import { NamesCard } from './names-card';
import { PasswordCard } from './password-card';
import { SecondFactorCard } from './second-factor-card';
import { SignOutEverywhere } from './sign-out-everywhere';
import { accountTexts } from './texts';

export function ProfilePage() {
  const t = useTexts(accountTexts);
  return (
    <RequireRole>
      {(me) => (
        <Page title={t('profile')} lead={me.email} width="reading">
          {me.secondFactor.needed && !me.secondFactor.confirmed && (
            <Notice tone="amber" title={t('secondFactorNeeded')} />
          )}
          <Section title={t('names')}>
            <NamesCard me={me} />
          </Section>
          <Section title={t('document')}>
            <DocumentCard me={me} />
          </Section>
          <Section title={t('secondFactor')}>
            <SecondFactorCard me={me} />
          </Section>
          <Section title={t('changePassword')}>
            <PasswordCard />
          </Section>
          <Section title={t('everywhere')}>
            <SignOutEverywhere />
          </Section>
        </Page>
      )}
    </RequireRole>
  );
}
