import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import { daysBetween, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { accountTypeLabel } from '@zhuowei/domain/customers/account.ts'
import { type Grade, gradeLabel, grades } from '@zhuowei/domain/customers/grade.ts'
import { visitKindLabel } from '@zhuowei/domain/customers/visit.ts'
import type { DotTone } from '../ui/Dot.tsx'
import { LevelBadge } from '../ui/LevelBadge.tsx'

/** A inverse, B grey, C outlined: lightness, never colour. */
export function GradeBadge({ grade }: { grade: Grade }) {
  const level = ([1, 2, 3] as const)[grades.indexOf(grade)] ?? 3
  return <LevelBadge level={level} letter={grade} title={`${grade} 级，${gradeLabel[grade]}客户`} />
}

export interface LastActivity {
  tone: DotTone
  /** 3 天前, or 还没去过. */
  text: string
  /** 拜访, or since when the customer is on file. */
  what: string
}

/** Green to 14 days, amber to 30, then red; before the first visit the days count from the entry. */
export function lastActivityOf(
  { lastActivityAt, lastActivityKind }: Pick<CustomerListItem, 'lastActivityAt' | 'lastActivityKind'>,
  now: Date,
): LastActivity {
  const days = daysBetween(shanghaiDate(new Date(lastActivityAt)), shanghaiDate(now))
  const ago = days <= 0 ? '今天' : `${days} 天前`
  const tone = days <= 14 ? 'green' : days <= 30 ? 'amber' : 'red'
  if (lastActivityKind) return { tone, text: ago, what: visitKindLabel[lastActivityKind] }
  return {
    tone: days <= 14 ? 'grey' : tone,
    text: '还没去过',
    what: days <= 0 ? '今天建档' : `建档 ${days} 天`,
  }
}

/** 市供电公司，岚汀. */
export function placeOf({ type, city, county }: Pick<CustomerListItem, 'type' | 'city' | 'county'>): string {
  return [type === 'other' ? null : accountTypeLabel[type], city, county].filter(Boolean).join('，')
}
