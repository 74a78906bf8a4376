export { LogDocuments } from './application/log-documents.query';
export { LogKey } from './application/log-key';
export { RepairTiles, type RepairReport } from './application/repair-tiles.command';
export { TransparencyLog } from './application/transparency-log';
export { TransparencyModule } from './transparency.module';
