/** `regular` and `bold` of the face that the document is set in. */
export type Weight = 'regular' | 'bold';

export interface TextLook {
  readonly size: number;
  /** `#rrggbb` */
  readonly colour: string;
  readonly weight?: Weight;
  /** Points between characters. */
  readonly spacing?: number;
  readonly align?: 'left' | 'centre' | 'right';
}

export interface Stroke {
  readonly colour: string;
  readonly width: number;
}

/** a, b, c, d, e, f of a transformation, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Something on a page. Points from the upper left corner, y down; `y` of a text is its base line. */
export type Mark =
  | ({
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      /** Made smaller until it fits into so many points, but not below `least`. */
      readonly room?: number;
      readonly least?: number;
      /** Radians, clockwise, around the point. */
      readonly turn?: number;
      readonly heading?: boolean;
    } & TextLook)
  | ({
      readonly kind: 'paragraph';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly leading: number;
      /** What does not fit into so many lines makes the whole smaller. */
      readonly lines: number;
    } & TextLook)
  | {
      readonly kind: 'shape';
      /** Path operators of PDF. */
      readonly path: string;
      readonly fill?: string;
      readonly stroke?: Stroke;
      readonly opacity?: number;
    }
  | {
      /** One path drawn many times: the file holds it once. The line keeps its width whatever the scale. */
      readonly kind: 'copies';
      readonly path: string;
      readonly stroke: Stroke;
      readonly opacity?: number;
      readonly at: readonly Matrix[];
    }
  | {
      readonly kind: 'qr';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly colour: string;
      readonly description: string;
    }
  | {
      readonly kind: 'picture';
      /** A key of the drawing's `pictures`. */
      readonly picture: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly description: string;
    };

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A file inside the document (ISO 32000-2, 14.13). */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly relationship: 'Data' | 'Supplement';
  readonly description: string;
  readonly content: string;
}

/** All that a document is made of. Equal drawings give equal bytes. */
export interface Drawing {
  readonly title: string;
  readonly author: string;
  readonly language: 'zh-CN' | 'en';
  /** When the document was made: ms since 1970. */
  readonly at: number;
  readonly pages: readonly Page[];
  readonly attachments: readonly Attachment[];
  /** PNG (8 bits, not interlaced) or JPEG, by name. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
  /** Room for a signature of so many bytes that covers the whole file; null for a document that nobody signs. */
  readonly signature: { readonly bytes: number; readonly reason: string; readonly name: string } | null;
}

/** The files of the fonts, in the order in which they are asked for a character. */
export type FaceFiles = Readonly<Record<Weight, readonly string[]>>;
