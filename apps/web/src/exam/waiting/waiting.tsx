import { useState } from 'react';
import type { AttemptView } from '@hz/delivery/contract';
import { Link, useNavigate } from 'react-router';
import { ProblemAlert } from '../../shared/feedback/problem-alert';
import { useFormat } from '../../shared/format';
import { setLanguage, useLanguage } from '../../shared/language';
import { Localized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { examApi } from '../api';
import { clockFace } from '../core';
import { useServerNow } from '../engine/server-clock';
import { handOver } from '../engine/handover';
import { Journal } from '../journal';
import { usePaper } from '../paper/use-paper';
import { CheckList } from './check-list';
import { useChecks } from './checks';
import { Rules } from './rules';
import { waitingTexts } from './texts';
import classes from './waiting.module.css';

interface Props {
  attempt: AttemptView;
  registrationId: string;
  name: string;
}

/** The waiting room. */
export function Waiting({ attempt, registrationId, name }: Props) {
  const t = useTexts(waitingTexts);
  const format = useFormat();
  const language = useLanguage();
  const paper = usePaper(attempt);
  const { verdicts, again } = useChecks(paper);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <p className={classes.kicker}>{t('title')}</p>
        <button
          type="button"
          className={classes.again}
          lang={other === 'en' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(other)}
        >
          {other === 'en' ? 'English' : '中文'}
        </button>
        <h1>
          <Localized text={attempt.title} />
        </h1>
        <dl className={classes.facts}>
          <div>
            <dt>{t('candidate')}</dt>
            <dd>{name}</dd>
          </div>
          <div>
            <dt>{t('time')}</dt>
            <dd>{format.instant(attempt.opensAt, { zone: true })}</dd>
          </div>
          <div>
            <dt>{t('duration')}</dt>
            <dd>{format.duration(attempt.workingMs)}</dd>
          </div>
        </dl>
      </header>
      <Countdown attempt={attempt} />
      <CheckList verdicts={verdicts} onAgain={again} />
      <Rules attempt={attempt} />
      <Start
        attempt={attempt}
        registrationId={registrationId}
        able={verdicts.browser.kind !== 'bad'}
        hasPaper={paper.kind === 'ready'}
      />
      <p>
        <Link to="/my">{t('back')}</Link>
      </p>
    </main>
  );
}

type Stage = 'before' | 'open' | 'closed' | 'started';

function stageOf(attempt: AttemptView, now: number): Stage {
  if (attempt.status === 'started') return 'started';
  if (now < attempt.opensAt) return 'before';
  return now > (attempt.latestStartAt ?? attempt.closesAt) || now > attempt.closesAt ? 'closed' : 'open';
}

const DAY_MS = 86_400_000;

function Countdown({ attempt }: { attempt: AttemptView }) {
  const t = useTexts(waitingTexts);
  const format = useFormat();
  const now = useServerNow();
  const stage = stageOf(attempt, now);
  const left = attempt.opensAt - now;
  const last = attempt.latestStartAt ?? attempt.closesAt;
  return (
    <section className={classes.countdown} data-stage={stage}>
      {stage === 'before' && (
        <>
          <span>{t('startsIn')}</span>
          <strong className="hz-tabular" role="timer">
            {left > DAY_MS ? format.duration(left) : clockFace(left)}
          </strong>
        </>
      )}
      {stage === 'open' && (
        <>
          <strong>{t('open')}</strong>
          <span>{t('openUntil', { time: format.instant(last) })}</span>
        </>
      )}
      {stage === 'started' && <strong>{t('started')}</strong>}
      {stage === 'closed' && (
        <>
          <strong>{t('entryClosed')}</strong>
          <span>{t('entryClosedHint')}</span>
        </>
      )}
      <span className={`${classes.now} hz-tabular`}>
        {t('byServer', { time: format.instant(now, { seconds: true }) })}
      </span>
    </section>
  );
}

interface StartProps {
  attempt: AttemptView;
  registrationId: string;
  able: boolean;
  hasPaper: boolean;
}

function Start({ attempt, registrationId, able, hasPaper }: StartProps) {
  const t = useTexts(waitingTexts);
  const format = useFormat();
  const navigate = useNavigate();
  const [pledged, setPledged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const stage = stageOf(attempt, useServerNow());
  const room = `/exam/${registrationId}/room`;
  if (stage === 'closed') return null;
  if (stage === 'started') {
    return (
      <Link className="hz-button hz-button--primary" to={room}>
        {t('continue')}
      </Link>
    );
  }
  const start = async () => {
    setBusy(true);
    setError(null);
    try {
      const started = await examApi.start(attempt.id);
      // So that the room knows that it was this device that started.
      const journal = await Journal.open(attempt.id);
      await journal.recall();
      await journal.remember({ leaseNo: started.lease.leaseNo });
      handOver(registrationId, started);
      await navigate(room, { replace: true });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  const ready = stage === 'open' && pledged && able && hasPaper && !busy;
  return (
    <section className={classes.card} aria-labelledby="pledge">
      <h2 id="pledge">{t('pledgeTitle')}</h2>
      <label className={classes.pledge}>
        <input type="checkbox" checked={pledged} onChange={(event) => setPledged(event.target.checked)} />
        <span>{t('pledge')}</span>
      </label>
      <ProblemAlert error={error} />
      <button
        type="button"
        className={`hz-button hz-button--primary ${classes.start}`}
        disabled={!ready}
        aria-describedby="start-hint"
        onClick={() => void start()}
      >
        {t(busy ? 'starting' : 'start')}
      </button>
      <p className={classes.detail} id="start-hint">
        {stage === 'before'
          ? t('startFrom', { time: format.instant(attempt.opensAt) })
          : !hasPaper && able
            ? t('paperFirst')
            : pledged
              ? ''
              : t('pledgeFirst')}
      </p>
    </section>
  );
}
