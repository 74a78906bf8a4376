import DOMPurify from 'dompurify';
import { isImageAddress, isLinkAddress } from './addresses';

const HTML =
  'p br hr h3 h4 h5 h6 strong em del code pre blockquote ul ol li a img table thead tbody tr th td div span'.split(' ');
const MATH =
  'math semantics mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom menclose merror'.split(
    ' ',
  );
const ATTRIBUTES =
  'href src alt title target rel start align scope class style tabindex display mathvariant mathsize mathcolor displaystyle scriptlevel stretchy fence form separator lspace rspace linethickness columnalign rowalign columnspacing rowspacing width height depth voffset accent accentunder largeop movablelimits minsize maxsize symmetric notation'.split(
    ' ',
  );

// A pattern of allowed addresses would be held against every other attribute as well, and drop `tabindex` and `scope`.
const ADDRESSES: Readonly<Record<string, (address: string) => boolean>> = { href: isLinkAddress, src: isImageAddress };
DOMPurify.addHook('uponSanitizeAttribute', (_, attribute) => {
  if (ADDRESSES[attribute.attrName]?.(attribute.attrValue.trim()) === false) attribute.keepAttr = false;
});

/** The second wall: the renderer escapes everything, and only these elements and attributes come through. */
export function sanitise(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...HTML, ...MATH],
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: true,
    ADD_ATTR: ['target'],
  });
}
