import type { MyRegistration } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormat } from '../shared/format';
import { Localized } from '../shared/localized';
import { useNow } from '../shared/now';
import { useTexts } from '../shared/texts';
import { Facts } from '../shared/ui';
import { myRegistrationsQuery, ticketUrl } from './api';
import classes from './my.module.css';
import { candidateTexts } from './texts';

/** The next sitting that is still to come or under way. Nothing when there is none: the list below says what to do. */
export function NextExam() {
  const { data } = useQuery(myRegistrationsQuery);
  const now = useNow();
  const next = data
    ?.filter(({ status, session }) => status === 'confirmed' && session.status === 'open' && session.closesAt > now)
    .sort((a, b) => a.session.opensAt - b.session.opensAt)[0];
  return next ? <NextExamCard registration={next} now={now} /> : null;
}

function NextExamCard({ registration, now }: { registration: MyRegistration; now: number }) {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  const { session, accommodation } = registration;
  const running = session.opensAt <= now;
  const eased = accommodation.extraTimePercent > 0 || accommodation.breakMinutes > 0;
  return (
    <section className={classes.next} aria-labelledby="next-exam">
      <div className={classes.nextHead}>
        <div>
          <h2 id="next-exam">{t('nextExam')}</h2>
          <p className={classes.nextTitle}>
            <Localized text={session.title} />
          </p>
        </div>
        <div className={classes.countdown}>
          <span>{t(running ? 'runningNow' : 'startsIn')}</span>
          <strong className="hz-tabular">
            {running
              ? t('runningUntil', { at: format.instant(session.closesAt) })
              : format.duration(session.opensAt - now)}
          </strong>
        </div>
      </div>
      <Facts
        rows={[
          [t('time'), format.instant(session.opensAt, { zone: true })],
          [t('duration'), format.duration(session.durationMinutes * 60_000)],
          [t('seat'), String(registration.seatNo)],
          [t('ticketNo'), registration.ticketNo],
          [
            t('extraTime'),
            eased
              ? t('extraTimeValue', { percent: accommodation.extraTimePercent, minutes: accommodation.breakMinutes })
              : null,
          ],
        ]}
      />
      <div className={classes.actions}>
        <Link className="hz-button hz-button--primary" to={`/exam/${registration.id}`}>
          {t('waitingRoom')}
        </Link>
        <a className="hz-button" href={ticketUrl(registration.id)} target="_blank" rel="noreferrer">
          {t('ticket')}
        </a>
        <span className="hz-soft">{t('waitingRoomHint')}</span>
      </div>
    </section>
  );
}
