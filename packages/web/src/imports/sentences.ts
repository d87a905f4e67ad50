import type { ImportCounts } from '@zhuowei/contract/import-shapes.ts'

export const number = (value: number): string => value.toLocaleString('zh-CN')

/** What an import will do, once it is started. */
export function plannedSentence(counts: ImportCounts): string {
  const parts = [
    counts.customersCreated > 0 && `新增客户 ${number(counts.customersCreated)} 家`,
    counts.contactsCreated > 0 && `联系人 ${number(counts.contactsCreated)} 位`,
    counts.customersUpdated > 0 && `更新客户 ${number(counts.customersUpdated)} 家`,
    counts.contactsUpdated > 0 && `更新联系人 ${number(counts.contactsUpdated)} 位`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? `会${parts.join('、')}` : '没有要写入的内容'
}

/** What an import did. */
export function writtenSentence(counts: ImportCounts): string {
  const left = counts.error + counts.duplicate
  const done = plannedSentence(counts).replace(/^会/, '').replace('没有要写入的内容', '没有写入')
  return left > 0 ? `${done}；${number(left)} 行没有导入` : done
}

/** “还需约 18 秒”, from how fast it went so far. */
export function timeLeft(done: number, total: number, elapsedMs: number): string | undefined {
  if (done === 0 || elapsedMs < 1500) return undefined
  const seconds = Math.ceil(((total - done) * elapsedMs) / done / 1000)
  if (seconds < 1) return undefined
  return seconds < 90 ? `还需约 ${seconds} 秒` : `还需约 ${Math.ceil(seconds / 60)} 分`
}
