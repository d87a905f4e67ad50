import {
  type DefaultError,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryOptions,
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

/** All loaded pages of a keyset-paged read as one list: `usePages(readPages('customers', 'list', { query }))`. */
export function usePages<P extends KeysetPage<unknown>, K extends QueryKey>(
  options: UseInfiniteQueryOptions<P, DefaultError, InfiniteData<P, string | null>, K, string | null>,
): ListSource<P['items'][number]> & { first: P | undefined } {
  const query = useInfiniteQuery(options)
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
