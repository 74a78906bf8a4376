import { problem } from '@hz/kernel';
import type { ProblemTexts } from './problem-texts';

export class MalformedRequest extends problem('platform.malformed', 'malformed') {}
export class InvalidInput extends problem('platform.invalid', 'invalid') {}
export class NotSignedIn extends problem('platform.not-signed-in', 'unauthenticated') {}
export class NotAllowed extends problem('platform.not-allowed', 'forbidden') {}
export class CsrfTokenMissing extends problem('platform.csrf-token-missing', 'forbidden') {}
export class NotFound extends problem('platform.not-found', 'not-found') {}
export class TooLarge extends problem('platform.too-large', 'too-large') {}
export class TooManyRequests extends problem('platform.too-many-requests', 'rate-limited') {}
export class DatabaseBusy extends problem('platform.database-busy', 'unavailable') {}
export class Unavailable extends problem('platform.unavailable', 'unavailable') {}
export class DatabaseNotDurable extends problem('platform.database-not-durable', 'unavailable') {}

export const platformProblems: ProblemTexts = {
  'platform.malformed': { zh: '请求无法读懂', en: 'The request could not be read' },
  'platform.invalid': { zh: '有些内容填写有误', en: 'Some of the input is not valid' },
  'platform.not-signed-in': { zh: '请先登录', en: 'Please sign in first' },
  'platform.not-allowed': { zh: '您没有进行此操作的权限', en: 'You are not permitted to do this' },
  'platform.csrf-token-missing': {
    zh: '页面已过期，请刷新后重试',
    en: 'The page is out of date; reload it and try again',
  },
  'platform.not-found': { zh: '没有找到', en: 'Not found' },
  'platform.too-large': { zh: '内容过大', en: 'The content is too large' },
  'platform.too-many-requests': { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; please try again later' },
  'platform.database-busy': { zh: '系统繁忙，请稍后重试', en: 'The system is busy; please try again' },
  'platform.unavailable': {
    zh: '服务暂时不可用，请稍后重试',
    en: 'The service is unavailable for the moment; please try again',
  },
  'platform.database-not-durable': {
    zh: '数据库的持久化设置不安全，不能开考',
    en: 'The database does not store durably; no session can be opened',
  },
  'platform.signer-unavailable': {
    zh: '暂时无法签名，请稍后重试',
    en: 'Nothing can be signed for the moment; please try again',
  },
  'platform.key-not-found': { zh: '没有这个密钥', en: 'There is no such key' },
  'platform.compromise-in-future': { zh: '时间不能在将来', en: 'The moment lies in the future' },
  'platform.internal': { zh: '系统出错了，我们已记录', en: 'Something went wrong; it has been recorded' },
};
