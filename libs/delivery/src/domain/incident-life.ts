import type { Transitions } from '@hz/kernel';
import type { IncidentState } from '../contract';

/** The life of an incident. Only a person moves it on (P13), and decides once. */
export const INCIDENT_LIFE: Transitions<IncidentState> = {
  proposed: ['approved', 'dismissed'],
  approved: [],
  dismissed: [],
};
