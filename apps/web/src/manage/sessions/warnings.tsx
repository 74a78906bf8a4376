import type { SessionWarning } from '@hz/registration/contract';
import { Notice } from '../../shared/feedback';
import { useTexts } from '../../shared/texts';
import { sessionTexts } from './texts';

/** What is allowed about a session and may surprise. */
export function Warnings({ warnings }: { warnings: readonly SessionWarning[] | null }) {
  const t = useTexts(sessionTexts);
  if (warnings === null || warnings.length === 0) return null;
  return (
    <Notice tone="amber" title={t('warnings')}>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.code}>{sentence(warning)}</li>
        ))}
      </ul>
    </Notice>
  );

  function sentence({ code, params }: SessionWarning): string {
    switch (code) {
      case 'accommodation-passes-window':
        return t('warningAccommodation', { minutes: params['minutes'] ?? '?' });
      case 'late-start-passes-window':
        return t('warningLateStart', { minutes: params['minutes'] ?? '?' });
      case 'too-little-capacity':
        return t('warningCapacity', { capacity: params['capacity'] ?? '?' });
    }
  }
}
