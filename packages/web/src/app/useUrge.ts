import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { useUndo } from '../ui/UndoBar.tsx'
import { client } from './client.ts'
import { useCommand } from './useCommand.ts'

interface Urged {
  kind: ObligationKind
  period: string
}

/** 催办: tells everybody who still owes the report of a period, and says how many were reached. */
export function useUrge() {
  const say = useUndo()
  return useCommand(({ kind, period }: Urged) => client.reports.urge({ body: { kind, period } }), {
    changes: ['today', 'compliance'],
    onDone: ({ urged, alreadyUrged }) =>
      say({
        text:
          urged.length > 0
            ? `已催办 ${urged.length} 人：${urged.map(({ name }) => name).join('、')}`
            : alreadyUrged > 0
              ? '一小时内已经催过，不重复打扰'
              : '没有还没交的人',
      }),
  })
}
