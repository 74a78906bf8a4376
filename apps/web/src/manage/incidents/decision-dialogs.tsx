import type { Incident } from '@hz/delivery/contract';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { DeedDialog } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { SESSIONS_KEY } from '../sessions/api';
import { incidentTexts } from './texts';
import { useIncidentWords } from './words';

interface Props {
  incident: Incident;
  onClose: () => void;
}

/** Decides, and reads everything about the session anew, also when the decision was refused because something has changed. */
export function useDecision() {
  const client = useQueryClient();
  return async (deed: () => Promise<unknown>) => {
    try {
      await deed();
    } finally {
      await client.invalidateQueries({ queryKey: SESSIONS_KEY });
    }
  };
}

export function ApproveDialog({ incident, onClose }: Props) {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const decide = useDecision();
  const { id, beganAt, endedAt, outcomes, beyondLimit } = incident;
  const body = { beganAt, endedAt: endedAt ?? 0, note: '' };
  return (
    <DeedDialog
      opened
      onClose={onClose}
      title={t('approveTitle')}
      confirm={t('approve')}
      run={() => decide(() => api.POST('/api/v1/incidents/{id}/approval', { params: { path: { id } }, body }))}
    >
      <p style={{ marginTop: 0 }}>
        <strong>{words.kind(incident.kind)}</strong> {words.when(incident)}
      </p>
      <p>
        {beyondLimit
          ? t('approveBeyondText', { resit: outcomes.resit })
          : t('approveText', { extended: outcomes.extended, resit: outcomes.resit })}
      </p>
    </DeedDialog>
  );
}

export function DismissDialog({ incident: { id }, onClose }: Props) {
  const t = useTexts(incidentTexts);
  const decide = useDecision();
  return (
    <DeedDialog
      opened
      onClose={onClose}
      title={t('dismissTitle')}
      confirm={t('dismiss')}
      danger
      reason
      run={(note) =>
        decide(() => api.POST('/api/v1/incidents/{id}/dismissal', { params: { path: { id } }, body: { note } }))
      }
    >
      {t('dismissText')}
    </DeedDialog>
  );
}
