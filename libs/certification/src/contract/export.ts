import { z } from 'zod';
import { CERTIFICATE_STATUSES } from './certificate';

/** What can stand in a column. Days are those of China; `…Compact` is written 20261124. */
export const EXPORT_FIELDS = [
  'number',
  'holderName',
  'latinName',
  'documentType',
  'documentNumber',
  'titleZh',
  'titleEn',
  'roleZh',
  'levelCode',
  'levelZh',
  'theoryScore',
  'practicalScore',
  'reviewScore',
  'percent',
  'achievedDay',
  'achievedDayCompact',
  'issuedDay',
  'issuedDayCompact',
  'expiresDay',
  'expiresDayCompact',
  'status',
  'institution',
  'schemeCode',
  'issuer',
  'credits',
  'skills',
] as const;
export type ExportField = (typeof EXPORT_FIELDS)[number];

export const ENCODINGS = ['utf-8', 'gb18030'] as const;
export type ExportEncoding = (typeof ENCODINGS)[number];

const header = z.string().trim().min(1).max(100);
/** One column: a field of the certificate, or the same text in every row. */
export const exportColumnSchema = z
  .union([
    z.strictObject({ header, field: z.enum(EXPORT_FIELDS) }),
    z.strictObject({ header, constant: z.string().max(200) }),
  ])
  .meta({ id: 'ExportColumn' });
export type ExportColumn = z.infer<typeof exportColumnSchema>;

export const exportMappingInputSchema = z
  .object({
    name: z.string().trim().min(2).max(100),
    encoding: z.enum(ENCODINGS),
    columns: z.array(exportColumnSchema).min(1).max(60),
  })
  .meta({ id: 'ExportMappingInput' });
export type ExportMappingInput = z.infer<typeof exportMappingInputSchema>;
export const exportMappingSchema = exportMappingInputSchema
  .extend({ id: z.uuid(), updatedAt: z.int() })
  .meta({ id: 'ExportMapping' });
export type ExportMapping = z.infer<typeof exportMappingSchema>;
export const exportMappingsSchema = z.object({ rows: z.array(exportMappingSchema) }).meta({ id: 'ExportMappings' });

/** Which certificates: those of one session, or those achieved from one day to another (both included, days of China); neither: the last thirty days. */
export const exportScopeShape = {
  sessionId: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  status: z.enum(CERTIFICATE_STATUSES).optional(),
};
export const exportScopeSchema = z.object(exportScopeShape);
export type ExportScope = z.infer<typeof exportScopeSchema>;

/** The first rows as they would be written, by a mapping that need not be saved. */
export const exportPreviewInputSchema = z
  .object({ columns: exportMappingInputSchema.shape.columns, scope: exportScopeSchema })
  .meta({ id: 'ExportPreviewInput' });
export type ExportPreviewInput = z.infer<typeof exportPreviewInputSchema>;
export const exportPreviewSchema = z
  .object({ header: z.array(z.string()), rows: z.array(z.array(z.string())), total: z.int() })
  .meta({ id: 'ExportPreview' });
export type ExportPreview = z.infer<typeof exportPreviewSchema>;
