export { CHECK_TEXTS, CODE_TEXTS, KIND_TEXTS, VERDICT_TEXTS } from './texts';
export { verify } from './verify';
export { qrCodeOf } from './qr';
export type { Options } from './options';
export { trustOf, TrustUnreadable, type Trust } from './trust';
export {
  CHECKS,
  INVALID_CODES,
  KINDS,
  UNKNOWN_CODES,
  VERDICTS,
  type Check,
  type CheckName,
  type Code,
  type Facts,
  type InvalidCode,
  type Kind,
  type Report,
  type UnknownCode,
  type Verdict,
} from './report';
