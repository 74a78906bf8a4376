import type { CertificateStatus } from '@hz/certification/contract';
import type { IconName } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { Badge, type Tone } from '../../shared/ui';
import { certificateTexts } from './texts';

const LOOK = {
  issuing: ['amber', 'clock'],
  valid: ['calm', 'check-circle'],
  suspended: ['amber', 'alert'],
  revoked: ['red', 'cross-circle'],
  superseded: ['plain', 'info'],
  expired: ['plain', 'clock'],
} as const satisfies Record<CertificateStatus, [Tone, IconName]>;

export function StatusBadge({ status }: { status: CertificateStatus }) {
  const t = useTexts(certificateTexts);
  return (
    <Badge tone={LOOK[status][0]} icon={LOOK[status][1]}>
      {t(status)}
    </Badge>
  );
}
