import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFirstPress } from '../ui/useFirstPress.ts'
import { reloadModules } from './reload.ts'

interface CommandOptions<R, V> {
  onDone?: (result: R, variables: V) => void
  /** Modules whose reads may show something else now. */
  changes: readonly string[]
}

/** A write outside a form (mark as read, waive, remove): afterwards every read of the changed modules is loaded again. */
export function useCommand<R, V = void>(send: (variables: V) => Promise<R>, options: CommandOptions<R, V>) {
  const queryClient = useQueryClient()
  const isFirst = useFirstPress()
  const command = useMutation({
    mutationFn: send,
    onSuccess: (result, variables) => {
      reloadModules(queryClient, options.changes)
      options.onDone?.(result, variables)
    },
  })
  const mutate: typeof command.mutate = (...given) => {
    if (isFirst(JSON.stringify(given[0]) ?? '')) command.mutate(...given)
  }
  return { ...command, mutate }
}
