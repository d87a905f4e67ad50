import { useQueryClient } from '@tanstack/react-query'
import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { useSession } from '../app/session.ts'
import { useProblemForm } from '../ui/useProblemForm.ts'

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
      for (const module of ['decisionChain', 'customers', 'contacts'])
        void queryClient.invalidateQueries({ queryKey: [module] })
      onClose()
    },
  })
}
