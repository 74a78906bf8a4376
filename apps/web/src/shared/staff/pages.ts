import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { request } from '../api/client';

export interface PageOf<Row> {
  rows: Row[];
  nextCursor: string | null;
  total: number | null;
}
type Query = Record<string, string | number | undefined>;

const EXPORT_PAGE = 200;
const MAX_EXPORT = 20_000;

/** A list that the server gives page by page. */
export function usePages<Row>(queryKey: QueryKey, path: string, query: Query, enabled = true) {
  const result = useInfiniteQuery({
    queryKey: [...queryKey, query],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => request<PageOf<Row>>(path, { query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  return {
    rows: result.data?.pages.flatMap(({ rows }) => rows),
    total: result.data?.pages[0]?.total ?? null,
    error: result.error,
    retry: result.refetch,
    more: result.hasNextPage ? () => void result.fetchNextPage() : null,
    loadingMore: result.isFetchingNextPage,
  };
}

/** All rows of such a list, for an export. */
export async function allPages<Row>(path: string, query: Query): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page: PageOf<Row> = await request(path, { query: { ...query, cursor, limit: EXPORT_PAGE } });
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < MAX_EXPORT);
  return rows;
}
