import { createHash } from 'node:crypto';
import { canonicalJson, hasRightCheckCharacter, sha256Hex, type Instant } from '@hz/kernel';
import { DISCLOSURES, type Disclosure, type UnsignedCredential } from '@hz/verification/contract';
import { CredentialRefused, type RecheckCode, type RecheckPart } from '../../contract';
import { disclosed } from '../../domain/disclosure';
import { STUCK_AFTER_MS, type Fault } from '../../domain/recheck';
import { linted } from '../release-check';
import type { StoredCertificate } from './stored-certificate';

const fault = (part: RecheckPart, code: RecheckCode, subject = ''): Fault => ({ part, subject, code });

/** Faults of a certificate that is not released yet: all of them but that it takes so long come later. */
export function faultsOfWaiting({ record }: StoredCertificate, now: Instant): Fault[] {
  return now - record.intendedAt > STUCK_AFTER_MS ? [fault('record', 'not-released')] : [];
}

/** Where the parts of a released certificate do not say the same as its record: seen without any signature. */
export function recordFaults(stored: StoredCertificate): Fault[] {
  const { record, pdf } = stored;
  const whole = recordedIn(stored);
  return [
    ...(hasRightCheckCharacter(record.number) ? [] : [fault('record', 'number-wrong')]),
    ...(whole === null ? [fault('record', 'record-altered')] : formFaults(stored, whole)),
    ...publicationFaults(stored),
    ...(pdf === null ? [fault('pdf', 'pdf-missing')] : []),
    ...(pdf !== null && hashOf(pdf) !== record.pdfHash ? [fault('pdf', 'pdf-differs')] : []),
  ];
}

/** The unsigned credential, when its recorded bytes are those of then and are one; else null. */
function recordedIn({ record, unsignedHash }: StoredCertificate): UnsignedCredential | null {
  if (sha256Hex(record.unsignedBytes) !== unsignedHash) return null;
  try {
    return linted(record.number, record.unsignedBytes);
  } catch (error) {
    if (error instanceof CredentialRefused || error instanceof SyntaxError) return null;
    throw error;
  }
}

function formFaults({ variants }: StoredCertificate, whole: UnsignedCredential): Fault[] {
  return DISCLOSURES.flatMap((disclosure) => {
    const form = variants.find((each) => each.disclosure === disclosure);
    if (form === undefined) return [fault('form', 'form-missing', disclosure)];
    return saysTheSame(form.credential, whole, disclosure) ? [] : [fault('form', 'form-differs', disclosure)];
  });
}

function saysTheSame(text: string, whole: UnsignedCredential, disclosure: Disclosure): boolean {
  try {
    const { proof: _, ...payload } = JSON.parse(text) as Record<string, unknown>;
    return canonicalJson(payload) === canonicalJson(disclosed(whole, disclosure));
  } catch {
    return false;
  }
}

function publicationFaults({ record, published, variants }: StoredCertificate): Fault[] {
  if (published === null) return [fault('publication', 'publication-missing')];
  const whole = variants.find(({ disclosure }) => disclosure === 'whole-score')?.credential;
  const same = [published.credential, record.credential].every((text) => text === whole);
  return [
    ...(same ? [] : [fault('publication', 'publication-differs')]),
    ...(published.status === record.status ? [] : [fault('publication', 'status-differs')]),
  ];
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
