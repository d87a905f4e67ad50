import {
  keepPreviousData,
  type QueryFunctionContext,
  type QueryKey,
  useInfiniteQuery,
} from '@tanstack/react-query'

interface KeysetPage<T> {
  items: T[]
  next: string | null
}

/** Rows as a list needs them, however they are paged. */
export interface ListSource<T> {
  /** Absent while the first page is on its way. */
  items: readonly T[] | undefined
  hasMore: boolean
  loadMore: () => void
  isLoadingMore: boolean
  error: unknown
  retry: () => void
}

/** A keyset-paged read as `readPages` makes it. */
export interface PagedRead<P> {
  queryKey: QueryKey
  queryFn: (context: QueryFunctionContext<QueryKey, string | null>) => Promise<P>
  initialPageParam: string | null
  getNextPageParam: (page: P) => string | null
}

/** All loaded pages of a keyset-paged read as one list: `usePages(readPages('customers', 'list', { query }))`. */
export function usePages<P extends KeysetPage<unknown>>(
  read: PagedRead<P>,
): ListSource<P['items'][number]> & { first: P | undefined } {
  const query = useInfiniteQuery({ ...read, placeholderData: keepPreviousData })
  return {
    first: query.data?.pages[0],
    items: query.data?.pages.flatMap((page) => page.items as P['items']),
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    isLoadingMore: query.isFetchingNextPage,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
