import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'

interface Placed {
  contactId: string
  x: number
  y: number
}

/** The arrangement of the cards, which is the same for everybody. */
export function useArrange(customerId: string) {
  const params = { id: customerId }
  const changes = ['decisionChain']
  const arrange = useCommand(
    (placed: Placed[]) => client.decisionChain.arrange({ params, body: { placed } }),
    { changes },
  )
  const tidy = useCommand(() => client.decisionChain.tidy({ params }), { changes })
  return {
    arrange: (placed: Placed[]) => arrange.mutate(placed),
    tidy: () => tidy.mutate(),
    error: arrange.error ?? tidy.error,
  }
}
