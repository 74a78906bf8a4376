export { ExamItems } from './application/exam-items';
export { ITEM_FILE_SCHEMA_PATH, itemFileJsonSchema } from './application/item-file-schema';
export { Items } from './application/items.query';
export { LoadBanks, type BanksReport } from './application/load-banks.command';
export type { ItemKey } from './domain/item';
export { ItemBankModule } from './item-bank.module';
export type { ItemDocument, ItemFacts } from './persistence/item-search.repository';
