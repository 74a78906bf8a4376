import { deflateSync } from 'node:zlib';
import type { Drawing, Page } from './drawing';
import { writeAttachment } from './attachments';
import type { Face } from './face';
import { writeInfo, writeXmp } from './metadata';
import { PageContent, type Tagged } from './page-content';
import { PdfObjects, type Reference } from './pdf-objects';
import { preparedPicture, writePicture, type PreparedPicture } from './picture';
import { date, num, textString } from './syntax';
import { Typecase } from './typecase';
import type { Weight } from './drawing';

/** What outlives a document: pictures that were decoded, and the profile of the colours. */
export interface PressStore {
  /** As the file holds it: compressed. */
  readonly colourProfile: Buffer;
  /** Paths that many documents draw, compressed, by what they are. */
  readonly forms: Map<string, Buffer>;
  readonly pictures: Map<string, PreparedPicture>;
}

/**
 * Writes a drawing as PDF 1.7. The signature's field, its dictionary and the room for its value are in the file from the start, so that
 * signing fills in bytes and changes no offset. Throws MissingGlyphError.
 */
export function documentOf(
  drawing: Drawing,
  faces: Readonly<Record<Weight, readonly Face[]>>,
  store: PressStore,
): Buffer {
  return new DocumentWriter(drawing, faces, store).write();
}

class DocumentWriter {
  private readonly objects = new PdfObjects();
  private readonly typecase: Typecase;
  private readonly forms = new Map<string, { key: string; reference: Reference }>();
  private readonly pictures = new Map<string, { key: string; reference: Reference }>();
  private readonly opacities = new Map<number, string>();
  private readonly drawing: Drawing;
  private readonly store: PressStore;

  constructor(drawing: Drawing, faces: Readonly<Record<Weight, readonly Face[]>>, store: PressStore) {
    this.drawing = drawing;
    this.store = store;
    this.typecase = new Typecase(faces);
  }

  write(): Buffer {
    const { objects, drawing } = this;
    const [catalogue, tree, resources, structure] = [
      objects.reserve(),
      objects.reserve(),
      objects.reserve(),
      objects.reserve(),
    ];
    const pages = drawing.pages.map((page) => ({ page, reference: objects.reserve(), ...this.content(page) }));
    const signature = this.signature(pages[0]!.reference);
    for (const [no, { page, reference, content }] of pages.entries()) {
      const annotations = no === 0 && signature !== null ? ` /Annots [${signature}]` : '';
      objects.fill(
        reference,
        `<< /Type /Page /Parent ${tree} /MediaBox [0 0 ${num(page.width)} ${num(page.height)}] /Resources ${resources} ` +
          `/Contents ${content} /StructParents ${no} /Tabs /S /Group << /S /Transparency /CS /DeviceRGB >>${annotations} >>`,
      );
    }
    objects.fill(
      tree,
      `<< /Type /Pages /Kids [${pages.map((page) => page.reference).join(' ')}] /Count ${pages.length} >>`,
    );
    objects.fill(resources, this.resourceEntries());
    this.structure(structure, pages);
    objects.fill(catalogue, this.catalogue(tree, structure, signature));
    return objects.file(catalogue, writeInfo(objects, drawing));
  }

  private content(page: Page): { content: Reference; tagged: readonly Tagged[] } {
    const written = new PageContent(this.typecase, {
      form: (path) => this.form(path),
      opacity: (value) => this.opacity(value),
      picture: (name) => this.picture(name),
    });
    const operators = written.write(page);
    return { content: this.objects.stream('', Buffer.from(operators, 'latin1')), tagged: written.tagged };
  }

  private form(path: string): string {
    const known = this.forms.get(path);
    if (known !== undefined) return known.key;
    const data = this.store.forms.get(path) ?? deflateSync(Buffer.from(`${path} S`, 'latin1'));
    this.store.forms.set(path, data);
    const entries = '/Type /XObject /Subtype /Form /BBox [-2000 -2000 2000 2000] /Resources << >> /Filter /FlateDecode';
    const reference = this.objects.filtered(entries, data);
    const key = `X${this.forms.size + 1}`;
    this.forms.set(path, { key, reference });
    return key;
  }

  private picture(name: string): string {
    const known = this.pictures.get(name);
    if (known !== undefined) return known.key;
    const prepared = this.store.pictures.get(name) ?? preparedPicture(Buffer.from(this.drawing.pictures[name]!));
    this.store.pictures.set(name, prepared);
    const key = `P${this.pictures.size + 1}`;
    this.pictures.set(name, { key, reference: writePicture(this.objects, prepared) });
    return key;
  }

  private opacity(value: number): string {
    const key = this.opacities.get(value) ?? `G${this.opacities.size + 1}`;
    this.opacities.set(value, key);
    return key;
  }

  private resourceEntries(): string {
    const drawn = [...this.forms.values(), ...this.pictures.values()].map(
      ({ key, reference }) => `/${key} ${reference}`,
    );
    const states = [...this.opacities].map(([value, key]) => `/${key} << /CA ${num(value)} /ca ${num(value)} >>`);
    const fonts = this.typecase.write(this.objects);
    return `<< /Font << ${fonts} >> /XObject << ${drawn.join(' ')} >> /ExtGState << ${states.join(' ')} >> >>`;
  }

  /** The order in which the page is read aloud, and what its pictures show (ISO 32000-1, 14.7 and 14.8). */
  private structure(root: Reference, pages: readonly { reference: Reference; tagged: readonly Tagged[] }[]): void {
    const { objects } = this;
    const whole = objects.reserve();
    const parents: string[] = [];
    const all: Reference[] = [];
    for (const [no, { reference, tagged }] of pages.entries()) {
      const elements = tagged.map(({ role, text }, id) => {
        const language = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
        const alternative = role === 'Figure' ? ` /Alt ${textString(text)}` : '';
        return objects.add(
          `<< /Type /StructElem /S /${role} /P ${whole} /Pg ${reference} /K ${id} /Lang (${language})${alternative} >>`,
        );
      });
      all.push(...elements);
      parents.push(`${no} ${objects.add(`[${elements.join(' ')}]`)}`);
    }
    objects.fill(whole, `<< /Type /StructElem /S /Document /P ${root} /K [${all.join(' ')}] >>`);
    objects.fill(
      root,
      `<< /Type /StructTreeRoot /K ${whole} /ParentTree << /Nums [${parents.join(' ')}] >> /ParentTreeNextKey ${pages.length} >>`,
    );
  }

  private catalogue(tree: Reference, structure: Reference, signature: Reference | null): string {
    const { objects, drawing, store } = this;
    const profile = objects.filtered('/N 3 /Filter /FlateDecode', store.colourProfile);
    const intent = `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /DestOutputProfile ${profile} >>`;
    return [
      `<< /Type /Catalog /Pages ${tree} /Metadata ${writeXmp(objects, drawing)} /OutputIntents [${intent}]`,
      `/Lang (${drawing.language}) /MarkInfo << /Marked true >> /StructTreeRoot ${structure}`,
      '/ViewerPreferences << /DisplayDocTitle true >>',
      this.attached(),
      signature === null ? '' : `/AcroForm << /Fields [${signature}] /SigFlags 3 >>`,
      '>>',
    ].join(' ');
  }

  private attached(): string {
    const { objects, drawing } = this;
    if (drawing.attachments.length === 0) return '';
    // The tree of names is sorted (7.9.6).
    const sorted = [...drawing.attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
    const files = sorted.map((file) => ({ file, reference: writeAttachment(objects, file, drawing.at) }));
    const names = files.map(({ file, reference }) => `${textString(file.name)} ${reference}`).join(' ');
    return `/Names << /EmbeddedFiles << /Names [${names}] >> >> /AF [${files.map(({ reference }) => reference).join(' ')}]`;
  }

  /** The field of the signature, without a look of its own, and room for its value (12.7.4.5 and 12.8). */
  private signature(page: Reference): Reference | null {
    const { signature, at } = this.drawing;
    if (signature === null) return null;
    const value = this.objects.add(
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 /********** /********** /**********] ` +
        `/Contents <${'0'.repeat(signature.bytes * 2)}> /M ${date(at)} /Reason ${textString(signature.reason)} /Name ${textString(signature.name)} >>`,
    );
    return this.objects.add(
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V ${value} /F 132 /Rect [0 0 0 0] /P ${page} >>`,
    );
  }
}
