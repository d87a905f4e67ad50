import { ClauseName } from '../ui/ClauseChip.tsx'

/** Where a text or a number comes from: the regulation itself, our reading, or the part that was lost. */
export function MarkTag({ mark }: { mark: '制度依据' | '系统默认' | '原文截断' | '原文缺号' }) {
  return <ClauseName clause={mark} dashed={mark !== '制度依据'} />
}
