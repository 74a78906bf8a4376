import type { RenewalView } from '@hz/certification/contract';
import { useFormat } from '../../shared/format';
import { useLocalized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { Badge, Facts } from '../../shared/ui';
import { renewalTexts } from './texts';

/** Time, hours and changed skills, each with how it stands. */
export function WhatIsWanted({ view }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const format = useFormat();
  const day = (at: number) => format.instant(at, { day: true });
  const { opensAt, closesAt, renewedUntil } = view;
  return (
    <Facts
      rows={[
        [t('window'), t('windowSpan', { from: day(opensAt), to: day(closesAt) })],
        [t('renewedUntil'), day(renewedUntil)],
        [t('hours'), <Hours key="hours" view={view} />],
        [t('delta'), <Changed key="delta" view={view} />],
      ]}
    />
  );
}

function Hours({ view: { hours, countsFrom } }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const { wanted, approved, waiting, missing } = hours;
  if (wanted === 0) return t('noHours');
  return (
    <>
      {t('hoursOf', { approved, wanted })}
      {missing > 0 && <div>{t('hoursMissing', { missing })}</div>}
      {waiting > 0 && <div className="hz-soft">{t('hoursWaiting', { waiting })}</div>}
      <div className="hz-soft">{t('countsFrom', { day: countsFrom })}</div>
    </>
  );
}

function Changed({ view: { delta, rule } }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const local = useLocalized();
  const wanted = [
    ...delta.changed.map(({ id, name, shown }) => ({ key: id, words: local(name), done: shown })),
    ...delta.components.map(({ code, title, passed }) => ({
      key: code,
      words: t('component', { title: local(title) }),
      done: passed,
    })),
  ];
  if (wanted.length === 0) return t('nothingChanged');
  return (
    <>
      <div className="hz-soft">{t('deltaHint', { percent: rule.deltaPassPercent })}</div>
      <ul>
        {wanted.map(({ key, words, done }) => (
          <li key={key}>
            {words}{' '}
            <Badge tone={done ? 'calm' : 'amber'} icon={done ? 'check-circle' : 'clock'}>
              {t(done ? 'shown' : 'notShown')}
            </Badge>
          </li>
        ))}
      </ul>
    </>
  );
}
