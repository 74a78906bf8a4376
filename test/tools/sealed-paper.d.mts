import type { CandidateForm } from '@hz/assembly/contract';
import type { PaperKeys } from '@hz/delivery/contract';

type Keys = ReadonlyMap<string, Buffer>;

export function makePageKey(): { readonly publicKey: string; keysFrom(attemptId: string, keys: PaperKeys): Keys };
export function openPaper(file: Buffer, digest: string, keys: Keys): CandidateForm;
