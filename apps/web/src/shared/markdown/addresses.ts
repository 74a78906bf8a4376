/** Of our own origin: a path, or a file beside the text. "//host" and "/\host" lead to another host. */
const OWN = String.raw`\/(?![/\\])|[\w-]+\/`;
const LINK = new RegExp(`^(?:https?:\\/\\/|${OWN})`, 'i');
const IMAGE = new RegExp(`^(?:data:image\\/(?:png|jpeg|webp);base64,|${OWN})`, 'i');

/** Where a link of a text may lead: to the web or to our own pages, never to a script. */
export const isLinkAddress = (address: string): boolean => LINK.test(address);

/** What may be shown as an image: a file of our own, or one inside the text. Another host would learn who reads what, and when. */
export const isImageAddress = (address: string): boolean => IMAGE.test(address);
