import type { SchemeView } from '../shared/api/types';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ErrorState, LoadingState } from '../shared/feedback';
import { useLevelName } from '../shared/levels';
import { Localized, useLocalized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Card, Facts, Page, Section, TableFrame } from '../shared/ui';
import { schemeQuery } from './api';
import { EligibilityInWords } from './eligibility';
import { RoleSkills } from './role-skills';
import { SessionList } from './session-list';
import { publicTexts } from './texts';

export function SchemePage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(schemeQuery(id));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return data ? <Scheme scheme={data} /> : <LoadingState />;
}

function Scheme({ scheme }: { scheme: SchemeView }) {
  const t = useTexts(publicTexts);
  const local = useLocalized();
  const levelName = useLevelName();
  const { body } = scheme;
  return (
    <Page
      title={local(body.title)}
      lead={`${local(scheme.roleName)} · ${levelName(scheme.level)}`}
      back={{ to: '/#schemes', text: t('toSchemes') }}
    >
      <SessionList schemeVersionId={scheme.versionId} />
      <Section title={t('eligibility')}>
        <Card>
          <EligibilityInWords rule={body.eligibility} />
        </Card>
      </Section>
      <Section title={t('components')} note={t('everyComponent')}>
        <Card>
          <Components scheme={scheme} />
        </Card>
      </Section>
      <Card>
        <Facts
          rows={[
            [t('attempts'), t('attemptsValue', { count: body.attemptsAllowed })],
            [t('waiting'), body.waitingDays === 0 ? t('waitingNone') : t('days', { count: body.waitingDays })],
            [t('achievement'), t('permanent')],
            [t('validity'), t('months', { count: body.registrationValidityMonths })],
            [t('fee'), body.feeNote && <Localized text={body.feeNote} />],
          ]}
        />
      </Card>
      <RoleSkills roleId={scheme.roleId} />
    </Page>
  );
}

function Components({ scheme }: { scheme: SchemeView }) {
  const t = useTexts(publicTexts);
  return (
    <TableFrame label={t('components')}>
      <thead>
        <tr>
          <th scope="col">{t('component')}</th>
          <th scope="col">{t('weight')}</th>
          <th scope="col">{t('passMark')}</th>
        </tr>
      </thead>
      <tbody>
        {scheme.body.components.map(({ code, title, weight, passMark, outOf }) => (
          <tr key={code}>
            <th scope="row">
              <Localized text={title} />
            </th>
            <td>{weight}%</td>
            <td>{t('passMarkValue', { mark: passMark, outOf })}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
