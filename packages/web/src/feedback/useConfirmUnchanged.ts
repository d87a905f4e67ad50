import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useUndo } from '../ui/UndoBar.tsx'

interface Confirmed {
  id: string
  name: string
}

const changes = ['feedback', 'customers', 'today']

/** 六.3.2)② 本月无变化, in one press, and taken back in another. */
export function useConfirmUnchanged() {
  const say = useUndo()
  const withdraw = useWithdrawConfirmation()
  return useCommand(
    ({ id, version }: Confirmed & { version: number }) =>
      client.feedback.confirm({ params: { id }, body: { version } }),
    {
      changes,
      onDone: (_, { id, name }) =>
        say({ text: `${name}：本月无变化`, undo: () => withdraw.mutate({ id, name }) }),
    },
  )
}

export function useWithdrawConfirmation() {
  const say = useUndo()
  return useCommand(({ id }: Confirmed) => client.feedback.withdrawConfirmation({ params: { id } }), {
    changes,
    onDone: (_, { name }) => say({ text: `${name}：已撤销“本月无变化”` }),
  })
}
