import { useQueryClient } from '@tanstack/react-query'
import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { useProblemForm } from '../ui/useProblemForm.ts'

/** What to do when a colleague changed the map in between. */
export const staleChain = '同事刚改过。关掉再打开就是最新的，您写的内容留在草稿里。'

interface ChainFormOptions<V extends object> {
  initial: V
  /** What is written stays on the device under this name until it is sent. */
  draft: string
  send: (values: V, idempotencyKey: string) => Promise<DecisionChain>
  onClose: () => void
}

/** A form that changes the map: afterwards what hangs on it is read again. */
export function useChainForm<V extends object>({ initial, draft, send, onClose }: ChainFormOptions<V>) {
  const { person } = useSession()
  const queryClient = useQueryClient()
  return useProblemForm({
    initial,
    draft: { owner: person.id, key: draft },
    send,
    onDone: () => {
      reloadModules(queryClient, ['decisionChain', 'customers', 'contacts'])
      onClose()
    },
  })
}
