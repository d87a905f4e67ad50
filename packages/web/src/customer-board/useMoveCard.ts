import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import { type AccountStatus, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useUndo } from '../ui/UndoBar.tsx'

type Card = Pick<CustomerListItem, 'id' | 'name' | 'status' | 'version'>

/** A card that is moved changes the customer's status; somebody who changed the record meanwhile is not overwritten. */
export function useMoveCard() {
  const offerUndo = useUndo()
  const changes = ['customers', 'today']
  const send = ({ card, to }: { card: Card; to: AccountStatus }) =>
    client.customers.update({ params: { id: card.id }, body: { status: to, version: card.version } })
  const back = useCommand(send, { changes })
  return useCommand(send, {
    changes,
    onDone: (moved, { card, to }) =>
      offerUndo({
        text: `${card.name}：${accountStatusLabel[card.status]}改为${accountStatusLabel[to]}`,
        undo: () => back.mutate({ card: moved, to: card.status }),
      }),
  })
}
