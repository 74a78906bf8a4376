import type { CertificateStatus } from '@hz/certification/contract';
import type { IconName } from '../shared/icons';
import { useTexts } from '../shared/texts';
import { Badge, type Tone } from '../shared/ui';
import { candidateTexts } from './texts';

const STATES = {
  issuing: { tone: 'plain', icon: 'clock', text: 'certIssuing' },
  valid: { tone: 'calm', icon: 'check-circle', text: 'certValid' },
  suspended: { tone: 'amber', icon: 'alert', text: 'certSuspended' },
  revoked: { tone: 'red', icon: 'cross-circle', text: 'certRevoked' },
  superseded: { tone: 'plain', icon: 'info', text: 'certSuperseded' },
  expired: { tone: 'amber', icon: 'clock', text: 'certExpired' },
} as const satisfies Record<CertificateStatus, { tone: Tone; icon: IconName; text: string }>;

export function CertificateBadge({ status }: { status: CertificateStatus }) {
  const t = useTexts(candidateTexts);
  const { tone, icon, text } = STATES[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(text)}
    </Badge>
  );
}
