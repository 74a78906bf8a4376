import type { Interaction, ResponseValue } from '@hz/kernel';
import type { AttemptView, Resume, WriterLease } from '@hz/delivery/contract';
import type { CandidateForm } from '@hz/assembly/contract';
import { openPlayer, type Opening } from './open-player';
import { paperOf } from './paper';
import type { PlayerState } from './state';

/** Valid things for tests; a test changes what it is about. */
export const NOW = Date.UTC(2026, 10, 24, 6, 0, 0);
export const MINUTE = 60_000;

const choices = ['a', 'b', 'c'].map((id) => ({ id, text: { zh: id } }));
const single: Interaction = { type: 'single-choice', choices, shuffle: false };
const essay: Interaction = { type: 'extended-text', maxLength: 500 };

const item = (ref: string, interaction: Interaction) => ({
  ref,
  points: '2' as CandidateForm['sections'][number]['items'][number]['points'],
  body: { stem: { zh: `题干 ${ref}` }, interaction },
});

export function aForm(): CandidateForm {
  return {
    formId: '00000000-0000-7000-8000-000000000001',
    title: { zh: '试卷' },
    sections: [
      { id: 's1', component: 'theory', title: { zh: '一' }, items: [item('i01', single), item('i02', single)] },
      { id: 's2', component: 'practical', title: { zh: '二' }, items: [item('i03', essay), item('i04', single)] },
    ],
  };
}

export function anAttempt(change: Partial<AttemptView> = {}): AttemptView {
  return {
    id: '00000000-0000-7000-8000-0000000000aa',
    sessionId: '00000000-0000-7000-8000-0000000000bb',
    registrationId: '00000000-0000-7000-8000-0000000000cc',
    status: 'started',
    language: 'zh',
    title: { zh: '考试', en: 'Exam' },
    serverTime: NOW,
    opensAt: NOW,
    latestStartAt: null,
    closesAt: NOW + 240 * MINUTE,
    workingMs: 120 * MINUTE,
    rules: {
      durationMinutes: 120,
      lateEntryMinutes: null,
      earliestHandInMinutes: 0,
      graceSeconds: 60,
      shuffleItems: false,
      shuffleChoices: false,
      windowPolicy: 'start-by-close',
      sections: [],
    },
    startedAt: NOW,
    deadlineAt: NOW + 120 * MINUTE,
    graceEndsAt: NOW + 121 * MINUTE,
    earliestHandInAt: NOW,
    sections: { open: ['s1', 's2'], closed: [], enteredAt: NOW, endsAt: null, carriedMs: 0 },
    leaseNo: 1,
    paper: { digest: 'ab'.repeat(32), bytes: 4_096, url: '/api/v1/papers/ab' },
    submittedAt: null,
    submittedBy: null,
    incidents: [],
    ...change,
  };
}

export const LEASE: WriterLease = {
  leaseId: '00000000-0000-7000-8000-0000000000dd',
  leaseNo: 1,
  macKey: 'key',
};

export function aResume(saved: Record<string, { seq: number; value: ResponseValue; savedAt?: number }> = {}): Resume {
  const responses = Object.entries(saved).map(([itemRef, { seq, value, savedAt }]) => ({
    itemRef,
    seq,
    value,
    savedAt: savedAt ?? NOW,
  }));
  return { responses, lastSeq: Math.max(0, ...responses.map(({ seq }) => seq)), flags: [] };
}

export function aPlayer(change: Partial<Opening> = {}): PlayerState {
  return openPlayer({
    attempt: anAttempt(),
    paper: paperOf(aForm()),
    lease: LEASE,
    resume: aResume(),
    journal: [],
    current: null,
    aside: [],
    ...change,
  });
}
