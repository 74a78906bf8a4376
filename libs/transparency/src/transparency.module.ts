import { Module } from '@nestjs/common';
import { AcceptCosignature } from './application/accept-cosignature.command';
import { GrowLog, IntegrateEntries, SignHead } from './application/integrate-entries.command';
import { LogDocuments } from './application/log-documents.query';
import { LastSigned } from './application/last-signed';
import { LogKey } from './application/log-key';
import { RepairTiles } from './application/repair-tiles.command';
import { TransparencyLog } from './application/transparency-log';
import { TreeReader } from './application/tree-reader';
import { LogController } from './http/log.controller';
import { IntegrateSweep } from './jobs/integrate.sweep';
import { CheckpointRepository } from './persistence/checkpoint.repository';
import { EntryRepository } from './persistence/entry.repository';
import { TileRepository } from './persistence/tile.repository';

@Module({
  controllers: [LogController],
  providers: [
    TransparencyLog,
    IntegrateEntries,
    GrowLog,
    SignHead,
    LogKey,
    LastSigned,
    TreeReader,
    LogDocuments,
    RepairTiles,
    AcceptCosignature,
    IntegrateSweep,
    EntryRepository,
    TileRepository,
    CheckpointRepository,
  ],
  exports: [TransparencyLog, LogDocuments, LogKey, RepairTiles],
})
export class TransparencyModule {}
