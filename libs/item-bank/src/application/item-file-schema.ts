import { z } from 'zod';
import { itemFileSchema } from '../contract';

/** Where editors find the schema, from `question-banks/`. */
export const ITEM_FILE_SCHEMA_PATH = 'schema/item-file.schema.json';

/** The JSON Schema (2020-12) of an item file, for editors and for authors' own tools. */
export function itemFileJsonSchema(): object {
  return {
    $id: 'https://hengzheng.example/schema/item-file.schema.json',
    ...z.toJSONSchema(itemFileSchema, { io: 'input', reused: 'ref' }),
  };
}
