import type {
  AttemptView,
  IntegrityEvents,
  Receipt,
  Resume,
  SavedResponses,
  SaveInput,
  StartedAttempt,
} from '@hz/delivery/contract';
import type { CandidateForm } from '@hz/assembly/contract';
import { request } from '../shared/api/client';
import { noteServerTime } from './engine/server-clock';

const SLOW_MS = 15_000;

/** A call whose reply tells the server's time; a line that hangs is a broken line. */
async function timed<Reply>(
  call: (signal: AbortSignal) => Promise<Reply>,
  timeOf: (reply: Reply) => number | undefined,
): Promise<Reply> {
  const sentAt = performance.now();
  const reply = await call(AbortSignal.timeout(SLOW_MS));
  const serverTime = timeOf(reply);
  if (serverTime !== undefined) noteServerTime({ serverTime, sentAt, receivedAt: performance.now() });
  return reply;
}

/** Made anew by each page that loads: by it the server knows a page again that asks twice. */
export const PAGE_ID = pageId();

function pageId(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const attempt = (id: string) => `/api/v1/attempts/${encodeURIComponent(id)}`;
const post =
  <Reply>(path: string, body?: unknown) =>
  (signal: AbortSignal) =>
    request<Reply>(path, { method: 'POST', body, signal });
const viewTime = (view: AttemptView) => view.serverTime;
const startedTime = ({ attempt: view }: StartedAttempt) => view.serverTime;

/** What the exam room asks of the server. */
export const examApi = {
  serverTime: () =>
    timed(
      (signal) => request<{ serverTime: number }>('/api/v1/server-time', { signal }),
      ({ serverTime }) => serverTime,
    ),
  enter: (registrationId: string) =>
    timed(post<AttemptView>(`/api/v1/registrations/${encodeURIComponent(registrationId)}/attempt`), viewTime),
  view: (id: string) => timed((signal) => request<AttemptView>(attempt(id), { signal }), viewTime),
  start: (id: string) =>
    timed(post<StartedAttempt>(`${attempt(id)}/start`, { pledge: true, pageId: PAGE_ID }), startedTime),
  takeOver: (id: string) => timed(post<StartedAttempt>(`${attempt(id)}/lease`, { pageId: PAGE_ID }), startedTime),
  form: (id: string) => request<{ form: CandidateForm }>(`${attempt(id)}/form`),
  resume: (id: string) => request<Resume>(`${attempt(id)}/responses`),
  save: (id: string, body: SaveInput) =>
    timed(post<SavedResponses>(`${attempt(id)}/responses`, body), (reply) => reply?.serverTime),
  setFlags: (id: string, flags: readonly string[]) =>
    request<void>(`${attempt(id)}/flags`, { method: 'PUT', body: { flags } }),
  enterSection: (id: string, leaseId: string, sectionId: string) =>
    timed(post<AttemptView>(`${attempt(id)}/sections`, { leaseId, sectionId }), viewTime),
  evidence: (id: string, events: IntegrityEvents['events']) =>
    request<void>(`${attempt(id)}/integrity-events`, { method: 'POST', body: { events } }),
  submit: (id: string, leaseId: string) =>
    post<Receipt>(`${attempt(id)}/submission`, { leaseId })(AbortSignal.timeout(SLOW_MS)),
  receipt: (id: string) => request<Receipt>(`${attempt(id)}/receipt`),
};
export type ExamApi = typeof examApi;
