import { joined, type Bytes } from './bytes';

/** Unpacks gzip or zlib data, up to `limit` bytes. Throws where it is damaged or larger: a small file can hold a very large nothing. */
export async function inflated(packed: Bytes, form: 'gzip' | 'deflate', limit: number): Promise<Bytes> {
  const source = new ReadableStream<Bytes>({
    start(controller) {
      controller.enqueue(packed);
      controller.close();
    },
  });
  const reader = source.pipeThrough(new DecompressionStream(form)).getReader();
  const parts: Uint8Array[] = [];
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return joined(...parts);
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError('larger than allowed');
    }
    parts.push(value);
  }
}
