import type { TemplateBody } from '@hz/certification/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, apiFetch, dataOf } from '../../shared/api/client';

const KEY = ['certificate-templates'] as const;

export const templatesQuery = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/admin/certificate-templates', { signal })),
  });

export const templateQuery = (scope: string) =>
  queryOptions({
    queryKey: [...KEY, scope],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/admin/certificate-templates/{scope}', { params: { path: { scope } }, signal })),
  });

export const saveDraft = (scope: string, body: TemplateBody, revision: number) =>
  dataOf(
    api.PUT('/api/v1/admin/certificate-templates/{scope}', { params: { path: { scope } }, body: { body, revision } }),
  );

export const publish = (scope: string, revision: number) =>
  dataOf(
    api.POST('/api/v1/admin/certificate-templates/{scope}/publication', {
      params: { path: { scope } },
      body: { revision },
    }),
  );

/** The page as it will be printed. */
export async function preview(scope: string, body: TemplateBody, signal: AbortSignal): Promise<ArrayBuffer> {
  const headers = { 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: JSON.stringify(body), signal };
  return (await apiFetch(new Request(`/api/v1/admin/certificate-templates/${scope}/preview`, sent))).arrayBuffer();
}

/** Sends a picture; gives its hash. */
export async function addPicture(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const characters = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  const body = { content: btoa(characters) };
  return (await dataOf(api.POST('/api/v1/admin/certificate-template-pictures', { body }))).hash;
}

export const pictureUrl = (hash: string): string => `/api/v1/admin/certificate-template-pictures/${hash}`;
