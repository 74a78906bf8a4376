import { Module } from '@nestjs/common';
import { CompetencyModule } from '@hz/competency';
import { ExamItems } from './application/exam-items';
import { Items } from './application/items.query';
import { LoadBanks } from './application/load-banks.command';
import { ItemController } from './http/item.controller';
import { ItemSearchRepository } from './persistence/item-search.repository';
import { ItemRepository } from './persistence/item.repository';

@Module({
  imports: [CompetencyModule],
  controllers: [ItemController],
  providers: [LoadBanks, Items, ExamItems, ItemRepository, ItemSearchRepository],
  exports: [LoadBanks, Items, ExamItems],
})
export class ItemBankModule {}
