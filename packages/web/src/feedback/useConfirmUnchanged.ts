import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useUndo } from '../ui/UndoBar.tsx'

/** 六.3.2)② 本月无变化, in one press. */
export function useConfirmUnchanged() {
  const say = useUndo()
  return useCommand(
    ({ id, version }: { id: string; name: string; version: number }) =>
      client.feedback.confirm({ params: { id }, body: { version } }),
    {
      changes: ['feedback', 'customers', 'today'],
      onDone: (_, { name }) => say({ text: `${name}：本月无变化` }),
    },
  )
}
