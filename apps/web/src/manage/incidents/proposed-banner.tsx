import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Notice } from '../../shared/feedback';
import { useTexts } from '../../shared/texts';
import { incidentsQuery } from './api';
import { incidentTexts } from './texts';

/** Says on every tab of a session that incidents wait for a decision: candidates wait for their time. */
export function ProposedBanner({ session, hidden }: { session: SessionView; hidden: boolean }) {
  const t = useTexts(incidentTexts);
  const isLive = session.status === 'open' || session.status === 'closed';
  const { data } = useQuery({ ...incidentsQuery(session.id, isLive), enabled: isLive });
  const waiting = data?.rows.filter(({ state }) => state === 'proposed').length ?? 0;
  if (waiting === 0 || hidden) return null;
  return (
    <div className="hz-no-print" style={{ marginBottom: 16 }}>
      <Notice tone="amber" title={t('bannerTitle', { count: waiting })} live>
        <p>
          {t('bannerText')} <Link to="?tab=incidents">{t('look')}</Link>
        </p>
      </Notice>
    </div>
  );
}
