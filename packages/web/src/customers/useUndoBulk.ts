import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useUndo } from '../ui/UndoBar.tsx'

/** Takes a whole bulk change back and says what was kept because somebody changed it since. */
export function useUndoBulk() {
  const offerUndo = useUndo()
  return useCommand((id: string) => client.bulk.undo({ params: { id } }), {
    changes: ['customers', 'grades', 'bulk', 'tags', 'today'],
    onDone: ({ changed, skipped }) => {
      const kept = skipped.map(({ reason, count }) => `${count} 家${reason}`).join('，')
      offerUndo({ text: kept ? `已撤销 ${changed} 家；没有动：${kept}` : `已撤销 ${changed} 家` })
    },
  })
}
