export { HengzhengError, type Problem } from './problem';
export { Hengzheng, type BatchOptions } from './hengzheng';
export { verifyWebhook, WebhookRefused, type ReceivedWebhook } from './webhook';
export type { Schema } from './types';
