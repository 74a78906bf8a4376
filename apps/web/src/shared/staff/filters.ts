import { useSearchParams } from 'react-router';

const KEEP_PLACE = { replace: true, preventScrollReset: true } as const;
const PAGE = 'page';

/** The filters of a list. They stand in the address, so that a list can be passed on, reloaded and gone back to. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const change = (write: (next: URLSearchParams) => void) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      write(next);
      return next;
    }, KEEP_PLACE);
  const put = (next: URLSearchParams, name: string, value: string | null) => {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  };
  return {
    get: (name: string): string => params.get(name) ?? '',
    /** The value for a query; undefined when the filter is not set. */
    given: (name: string): string | undefined => params.get(name) || undefined,
    /** The same where only some values mean anything: others, from an old address, are as if they were not set. */
    oneOf: <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
      values.find((value) => value === params.get(name)),
    set: (name: string, value: string | null) =>
      change((next) => {
        put(next, name, value);
        next.delete(PAGE);
      }),
    page: Math.max(1, Math.trunc(Number(params.get(PAGE) ?? 1)) || 1),
    setPage: (page: number) => change((next) => put(next, PAGE, page === 1 ? null : String(page))),
    /** Whether one of these is set. */
    any: (...names: string[]): boolean => names.some((name) => (params.get(name) ?? '') !== ''),
    clear: (...names: string[]) =>
      change((next) => {
        for (const name of [...names, PAGE]) next.delete(name);
      }),
  };
}
export type Filters = ReturnType<typeof useFilters>;

/** Whether each word of `search` stands in one of the texts. */
export function matchesSearch(search: string, texts: readonly (string | null | undefined)[]): boolean {
  const words = texts.join(' ').toLowerCase();
  return search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
