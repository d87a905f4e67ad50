import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import type { ReactNode } from 'react'
import { DateText } from '../../ui/DateText.tsx'
import styles from './PersonCard.module.css'

type Fact = readonly [label: string, value: ReactNode]

export function PersonFacts({ person }: { person: Person }) {
  const { record, manager, regions, role, division } = person
  return (
    <Facts
      facts={[
        ...(reportsTo[role] ? [['直接上司', manager?.name] as const] : []),
        ...(division ? [['事业部', division.name] as const] : []),
        ['片区', regions.map(({ name, owned }) => (owned ? `${name}（片区经理）` : name)).join('、')],
        ...(person.attendanceClerk ? [['考勤', '考勤员'] as const] : []),
        ...(record ? recordFacts(record) : []),
      ]}
    />
  )
}

/** Label and value in two columns; what is absent says 无. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || <span className={styles.none}>无</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

function recordFacts({
  employeeNo,
  entryDate,
  leavingDate,
  phone,
  email,
}: NonNullable<Person['record']>): Fact[] {
  return [
    ['工号', employeeNo],
    ['入职', <DateText key="entry" date={entryDate} full />],
    ...(leavingDate ? [['最后工作日', <DateText key="leaving" date={leavingDate} full />] as const] : []),
    ['电话', phone],
    ['邮箱', email],
  ]
}
