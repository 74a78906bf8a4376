import type {
  AttemptView,
  EnteredSection,
  HeartbeatInput,
  IntegrityEvents,
  JournalPart,
  SaveInput,
  StartedAttempt,
} from '@hz/delivery/contract';
import { api, dataOf } from '../shared/api/client';
import { ForeignReply } from '../shared/api/problem';
import { noteBeacon } from './engine/beacons';
import { noteFileKey } from './engine/file-key';
import { noteServerTime } from './engine/server-clock';
import { pageKey } from './paper/held-paper';

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

const at = (id: string) => ({ params: { path: { id } } });
const viewTime = (view: AttemptView) => view.serverTime;
const startedTime = ({ attempt: view }: StartedAttempt | EnteredSection) => view.serverTime;

/** What the exam room asks of the server. */
export const examApi = {
  serverTime: () =>
    timed(
      (signal) => dataOf(api.GET('/api/v1/server-time', { signal })),
      ({ serverTime }) => serverTime,
    ),
  enter: (registrationId: string) =>
    timed(
      (signal) => dataOf(api.POST('/api/v1/registrations/{id}/attempt', { ...at(registrationId), signal })),
      viewTime,
    ),
  view: (id: string) => timed((signal) => dataOf(api.GET('/api/v1/attempts/{id}', { ...at(id), signal })), viewTime),
  heartbeat: (id: string, body: HeartbeatInput) =>
    timed(async (signal) => {
      const reply = await dataOf(api.POST('/api/v1/attempts/{id}/heartbeat', { ...at(id), body, signal }));
      // Whatever else answers in its place knows nothing of this attempt.
      if (reply.id !== id) throw new ForeignReply();
      noteBeacon(id, reply.beacon);
      noteFileKey(reply.fileKey);
      return reply;
    }, viewTime),
  claim: (id: string, body: JournalPart) =>
    timed(
      (signal) => dataOf(api.POST('/api/v1/attempts/{id}/offline-answers', { ...at(id), body, signal })),
      ({ serverTime }) => serverTime,
    ),
  start: (id: string) =>
    timed(async (signal) => {
      const body = { pledge: true, pageId: PAGE_ID, pageKey: (await pageKey()).publicKey } as const;
      return dataOf(api.POST('/api/v1/attempts/{id}/start', { ...at(id), body, signal }));
    }, startedTime),
  takeOver: (id: string) =>
    timed(async (signal) => {
      const body = { pageId: PAGE_ID, pageKey: (await pageKey()).publicKey };
      return dataOf(api.POST('/api/v1/attempts/{id}/lease', { ...at(id), body, signal }));
    }, startedTime),
  resume: (id: string) => dataOf(api.GET('/api/v1/attempts/{id}/responses', at(id))),
  save: (id: string, body: SaveInput) =>
    timed(
      (signal) => dataOf(api.POST('/api/v1/attempts/{id}/responses', { ...at(id), body, signal })),
      ({ serverTime }) => serverTime,
    ),
  setFlags: async (id: string, flags: readonly string[]): Promise<void> => {
    await api.PUT('/api/v1/attempts/{id}/flags', { ...at(id), body: { flags: [...flags] } });
  },
  enterSection: (id: string, leaseId: string, sectionId: string) =>
    timed(async (signal) => {
      const body = { leaseId, sectionId, pageKey: (await pageKey()).publicKey };
      return dataOf(api.POST('/api/v1/attempts/{id}/sections', { ...at(id), body, signal }));
    }, startedTime),
  evidence: async (id: string, events: IntegrityEvents['events']): Promise<void> => {
    await api.POST('/api/v1/attempts/{id}/integrity-events', { ...at(id), body: { events } });
  },
  submit: (id: string, leaseId: string) => {
    const signal = AbortSignal.timeout(SLOW_MS);
    return dataOf(api.POST('/api/v1/attempts/{id}/submission', { ...at(id), body: { leaseId }, signal }));
  },
  additions: (id: string) => dataOf(api.GET('/api/v1/attempts/{id}/additions', at(id))),
  receipt: (id: string) => dataOf(api.GET('/api/v1/attempts/{id}/receipt', at(id))),
};
export type ExamApi = typeof examApi;
