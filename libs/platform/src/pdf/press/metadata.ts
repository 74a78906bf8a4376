import type { Drawing } from './drawing';
import type { PdfObjects, Reference } from './pdf-objects';
import { date, textString } from './syntax';

const MAKER = 'Hengzheng';

export function writeInfo(objects: PdfObjects, { title, author, at }: Drawing): Reference {
  const moment = date(at);
  return objects.add(
    `<< /Title ${textString(title)} /Author ${textString(author)} /Creator ${textString(MAKER)} /Producer ${textString(MAKER)} ` +
      `/CreationDate ${moment} /ModDate ${moment} >>`,
  );
}

/** The same facts as XMP (ISO 16684-1). Not compressed, so that tools find them without reading PDF. */
export function writeXmp(objects: PdfObjects, { title, author, at, language }: Drawing): Reference {
  const moment = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${MAKER}</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate><xmp:ModifyDate>${moment}</xmp:ModifyDate><xmp:MetadataDate>${moment}</xmp:MetadataDate>
<pdf:Producer>${MAKER}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  return objects.filtered('/Type /Metadata /Subtype /XML', Buffer.from(packet, 'utf8'));
}

function escaped(text: string): string {
  // Control characters have no place in XML, not even escaped.
  return text
    .replaceAll(/[\u0000-\u0008\v\f\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
