import type { ReactNode } from 'react';
import { formatInstant } from '../../shared/format';
import { Icon } from '../../shared/icons';
import { useLanguage } from '../../shared/language';
import { Localized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { clockFace, sectionOf, unsavedItems } from '../core';
import classes from './top-bar.module.css';
import { useRoom } from './room-context';
import { roomTexts } from './texts';

/** Exam and section, clock, saved state, tools: always in the same place. */
export function TopBar({ tools }: { tools: ReactNode }) {
  const title = useRoom((state) => state.attempt.title);
  const section = useRoom((state) => sectionOf(state.paper, state.current));
  return (
    <header className={classes.bar}>
      <div className={classes.titles}>
        <h1>
          <Localized text={title} />
        </h1>
        <p>
          <Localized text={section.title} />
        </p>
      </div>
      <Clock />
      <SavedState />
      <div className={classes.tools}>{tools}</div>
    </header>
  );
}

/** Shows the time by the server's clock each second, and says nothing: the thresholds are spoken elsewhere. */
function Clock() {
  const t = useTexts(roomTexts);
  const exam = useRoom((state) => Math.ceil((state.left?.exam ?? 0) / 1000) * 1000);
  const section = useRoom((state) =>
    state.left === null || state.left.section === null ? null : Math.ceil(state.left.section / 1000) * 1000,
  );
  const known = useRoom((state) => state.left !== null);
  const main = section ?? exam;
  return (
    <div className={classes.clock} data-short={main <= 300_000 || undefined} role="timer">
      <span className={classes.label}>{t(section === null ? 'timeLeft' : 'sectionTimeLeft')}</span>
      <span className={`${classes.face} hz-tabular`}>{known ? clockFace(main) : '–:––'}</span>
      {section !== null && (
        <span className={`${classes.whole} hz-tabular`}>{t('examTimeLeft', { time: clockFace(exam) })}</span>
      )}
    </div>
  );
}

function SavedState() {
  const t = useTexts(roomTexts);
  const language = useLanguage();
  const saved = useRoom((state) => state.queue.lastSaved);
  const waiting = useRoom(unsavedItems);
  const troubled = useRoom((state) => state.queue.trouble !== null || state.phase === 'reading');
  if (waiting > 0 && troubled) {
    return (
      <p className={classes.saved} data-state="failed">
        <Icon name="alert" size={16} />
        {t('notSaved', { count: waiting })}
      </p>
    );
  }
  if (waiting > 0) {
    return (
      <p className={classes.saved} data-state="saving">
        <Icon name="clock" size={16} />
        {t('saving')}
      </p>
    );
  }
  if (saved === null) return <p className={classes.saved}>{t('nothingSaved')}</p>;
  return (
    <p className={`${classes.saved} hz-tabular`} data-state="saved">
      <Icon name="check" size={16} />
      {t('saved', { time: timeOfDay(saved.savedAt, language), count: saved.seq })}
    </p>
  );
}

/** 14:03:22 */
function timeOfDay(at: number, language: 'zh' | 'en'): string {
  return formatInstant(at, language, { seconds: true }).slice(-8);
}
