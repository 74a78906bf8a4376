import type { ResultView } from '../shared/api/types';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ErrorState, LoadingState } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Icon } from '../shared/icons';
import { Localized, useLocalized } from '../shared/localized';
import { useMe } from '../shared/session/me';
import { RequireRole } from '../shared/session/require-role';
import { useTexts } from '../shared/texts';
import { Card, Page, Section } from '../shared/ui';
import { resultQuery } from './api';
import { ComponentTable } from './component-table';
import { OUTCOMES } from './outcome';
import classes from './result.module.css';
import { SkillBars } from './skill-bars';
import { candidateTexts } from './texts';

export function ResultPage() {
  return (
    <RequireRole>
      <LoadedResult />
    </RequireRole>
  );
}

function LoadedResult() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(resultQuery(id));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return data ? <Result result={data} /> : <LoadingState />;
}

function Result({ result }: { result: ResultView }) {
  const t = useTexts(candidateTexts);
  const local = useLocalized();
  const format = useFormat();
  const { me } = useMe();
  const { tone, icon, title, next } = OUTCOMES[result.outcome];
  return (
    <Page
      title={local(result.scheme.title)}
      back={{ to: '/my', text: t('my') }}
      actions={
        <button type="button" className="hz-button hz-no-print" onClick={() => window.print()}>
          <Icon name="print" size={18} />
          {t('print')}
        </button>
      }
    >
      {/* On the screen one knows whose result it is; on paper nobody would. */}
      <p className={classes.name}>{me?.displayName}</p>
      <div className={classes.verdict} data-tone={tone}>
        <Icon name={icon} size={44} />
        <div>
          <p className={classes.word}>{t(title)}</p>
          <p>
            <Localized text={result.session.title} /> · {t('releasedAt', { at: format.instant(result.releasedAt) })}
          </p>
        </div>
        <div className={classes.total}>
          <span>{t('total')}</span>
          <strong className="hz-tabular">{format.points(result.total.percent)}</strong>
          <span>{t('totalNote')}</span>
        </div>
      </div>
      <Section title={t('components')}>
        <Card>
          <ComponentTable result={result} />
        </Card>
      </Section>
      {result.skills.length > 0 && (
        <Section title={t('skills')} note={t('skillsNote')}>
          <Card>
            <SkillBars result={result} />
          </Card>
        </Section>
      )}
      <div className="hz-no-print">
        <Section title={t('whatNext')}>
          <p style={{ margin: 0 }}>{t(next)}</p>
          <div>
            <Link className="hz-button hz-button--primary" to={result.outcome === 'passed' ? '/my' : '/#schemes'}>
              {t(result.outcome === 'passed' ? 'toCertificates' : 'toSessions')}
            </Link>
          </div>
        </Section>
      </div>
    </Page>
  );
}
