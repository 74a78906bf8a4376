import { createHash } from 'node:crypto';
import type { Attachment } from './drawing';
import type { PdfObjects, Reference } from './pdf-objects';
import { date, name, textString } from './syntax';

/** Embeds a file (ISO 32000-1, 7.11.4, with the relationship of ISO 32000-2, 14.13); returns its specification. */
export function writeAttachment(objects: PdfObjects, attachment: Attachment, at: number): Reference {
  const content = Buffer.from(attachment.content, 'utf8');
  // Sixteen bytes, not their digits as text: some readers compare.
  const sum = createHash('md5').update(content).digest('hex');
  const params = `/Params << /Size ${content.length} /CreationDate ${date(at)} /ModDate ${date(at)} /CheckSum <${sum}> >>`;
  const file = objects.stream(`/Type /EmbeddedFile /Subtype ${name(attachment.mediaType)} ${params}`, content);
  const title = textString(attachment.name);
  return objects.add(
    `<< /Type /Filespec /F ${title} /UF ${title} /EF << /F ${file} /UF ${file} >> /AFRelationship /${attachment.relationship} ` +
      `/Desc ${textString(attachment.description)} >>`,
  );
}
