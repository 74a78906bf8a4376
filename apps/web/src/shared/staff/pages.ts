import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

export interface PageOf<Row> {
  rows: Row[];
  nextCursor: string | null;
  total: number | null;
}
interface Place {
  cursor?: string | undefined;
  limit?: number;
}

/** A list that the server gives page by page: under which key it is kept, and how a page of it is read. */
export interface PagedList<Row> {
  queryKey: QueryKey;
  read: (place: Place, signal?: AbortSignal) => Promise<PageOf<Row>>;
}

const WHOLE_PAGE = 200;
const MAX_ROWS = 20_000;

export function usePages<Row>({ queryKey, read }: PagedList<Row>) {
  const result = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => read({ cursor: pageParam }, signal),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const loadAll = async () => {
    let state: Pick<typeof result, 'hasNextPage' | 'fetchNextPage'> = result;
    while (state.hasNextPage) state = await state.fetchNextPage({ throwOnError: true });
  };
  return {
    rows: result.data?.pages.flatMap(({ rows }) => rows),
    total: result.data?.pages[0]?.total ?? null,
    error: result.error,
    retry: result.refetch,
    more: result.hasNextPage ? () => void result.fetchNextPage() : null,
    loadingMore: result.isFetchingNextPage,
    loadAll,
  };
}

/** All rows of such a list, for an export or a search in the page. */
export async function allPages<Row>({ read }: PagedList<Row>, signal?: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ cursor, limit: WHOLE_PAGE }, signal);
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < MAX_ROWS);
  return rows;
}
