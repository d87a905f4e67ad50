import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { DateText } from '../../ui/DateText.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

/** Nothing for whoever is simply here. */
export function PersonState({ person: { state, record } }: { person: Person }) {
  if (state === 'left') return <StateTag tone="grey">已离职</StateTag>
  if (state === 'leaving') return <StateTag tone="amber">{dated(record?.leavingDate)}离职</StateTag>
  if (state === 'upcoming') return <StateTag tone="brand">{dated(record?.entryDate)}入职</StateTag>
  return null
}

const dated = (date: string | null | undefined) => (date ? <DateText date={date} /> : '即将')
