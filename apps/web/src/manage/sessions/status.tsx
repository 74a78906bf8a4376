import type { SessionStatus, SessionView } from '@hz/registration/contract';
import type { IconName } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { Badge, type Tone } from '../../shared/ui';
import { sessionTexts } from './texts';

const LOOK = {
  draft: ['plain', 'statusDraft', 'lock'],
  open: ['calm', 'statusOpen', 'calendar'],
  closed: ['amber', 'statusClosed', 'scale'],
  released: ['calm', 'statusReleased', 'check-circle'],
  cancelled: ['red', 'statusCancelled', 'cross-circle'],
} as const satisfies Record<SessionStatus, [Tone, string, IconName]>;

export const isRunning = ({ status, opensAt, closesAt }: SessionView, now: number): boolean =>
  status === 'open' && opensAt <= now && now < closesAt;

export function useStatusName(): (status: SessionStatus) => string {
  const t = useTexts(sessionTexts);
  return (status) => t(LOOK[status][1]);
}

export function SessionBadge({ session, now }: { session: SessionView; now: number }) {
  const t = useTexts(sessionTexts);
  const [tone, text, icon] = LOOK[session.status];
  return (
    <Badge tone={tone} icon={isRunning(session, now) ? 'clock' : icon}>
      {isRunning(session, now) ? t('running') : t(text)}
    </Badge>
  );
}
