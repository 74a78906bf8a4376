import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import { SESSIONS_KEY } from '../sessions/api';

const EVERY_MS = 20_000;
const at = (id: string) => ({ params: { path: { id } } });

export const lateAnswersQuery = (sessionId: string, live: boolean) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, sessionId, 'late-answers'],
    refetchInterval: live ? EVERY_MS : false,
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/sessions/{id}/late-answers', { ...at(sessionId), signal })),
  });

export const decideAnswer = (id: string, accept: boolean, reason: string) =>
  api.POST('/api/v1/late-answers/{id}/decision', { ...at(id), body: { accept, reason } });

export const checkFile = (sessionId: string, file: string) =>
  dataOf(api.POST('/api/v1/sessions/{id}/response-files/check', { ...at(sessionId), body: { file } }));

export const takeFile = (sessionId: string, file: string) =>
  dataOf(api.POST('/api/v1/sessions/{id}/response-files', { ...at(sessionId), body: { file } }));
