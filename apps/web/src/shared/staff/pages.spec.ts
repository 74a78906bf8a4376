import { allPages, type PagedList } from './pages';

const PEOPLE = Array.from({ length: 3_000 }, (_, number) => number + 1);

/** A server that gives at most `most` rows a time; its cursor is the place of the next one. */
function listOf(rows: readonly number[], most: number) {
  const asked: { cursor?: string | undefined; limit?: number; signal?: AbortSignal | undefined }[] = [];
  const list: PagedList<number> = {
    queryKey: ['people'],
    read: (place, signal) => {
      asked.push({ ...place, signal });
      const from = Number(place.cursor ?? 0);
      const next = from + Math.min(place.limit ?? 50, most);
      return Promise.resolve({
        rows: rows.slice(from, next),
        nextCursor: next < rows.length ? String(next) : null,
        total: null,
      });
    },
  };
  return { list, asked };
}

describe('all pages of a list', () => {
  it('reaches everybody of a large session, each once and in order', async () => {
    const { list, asked } = listOf(PEOPLE, 200);
    expect(await allPages(list)).toEqual(PEOPLE);
    expect(asked).toHaveLength(15);
  });

  it('goes on where the server stops, also below the limit that was asked for', async () => {
    expect(await allPages(listOf(PEOPLE, 70).list)).toEqual(PEOPLE);
  });

  it('asks once for an empty list, and hands on the signal', async () => {
    const { list, asked } = listOf([], 200);
    const { signal } = new AbortController();
    expect(await allPages(list, signal)).toEqual([]);
    expect(asked).toEqual([{ cursor: undefined, limit: 200, signal }]);
  });

  it('fails with the page that fails, rather than giving a part for the whole', async () => {
    const { list } = listOf(PEOPLE, 200);
    const broken: PagedList<number> = {
      ...list,
      read: (place) => (place.cursor === '400' ? Promise.reject(new Error('offline')) : list.read(place)),
    };
    await expect(allPages(broken)).rejects.toThrow('offline');
  });
});
