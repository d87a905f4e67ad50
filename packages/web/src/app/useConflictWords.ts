import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { useSession } from './session.ts'

interface OtherChange {
  /** What one was doing: 编辑, 填写. */
  doing: string
  what: string
  by: { id: string; name: string } | null | undefined
  at?: string | null | undefined
}

/** Who changed the record meanwhile; oneself, in another window, is nobody else. */
export function useConflictWords({ doing, what, by, at }: OtherChange): { title: string; theirs: string } {
  const { person } = useSession()
  const time = at ? `在 ${shanghaiTime(new Date(at))} ` : ''
  if (by?.id === person.id)
    return { title: `您${doing}时，您${time}从另一个窗口改了${what}`, theirs: '另一个窗口的' }
  const who = by?.name ?? '同事'
  return { title: `您${doing}时，${who}${time}改了${what}`, theirs: `${who}的` }
}
