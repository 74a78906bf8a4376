export { LogKey } from './application/log-key';
export { TransparencyLog } from './application/transparency-log';
export { TransparencyModule } from './transparency.module';
