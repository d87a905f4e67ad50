import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { DateText, InstantText } from '../../ui/DateText.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { TwoLines } from '../../ui/TwoLineList.tsx'
import styles from './PersonRow.module.css'
import { PersonState } from './PersonState.tsx'

interface RowProps {
  person: Person
  /** The list has personnel records, so it shows numbers and dates. */
  withRecord: boolean
  /** The panel is open: some columns go. */
  narrow: boolean
}

/** What stands behind the name, from the most useful to the least; the panel and the phone leave less of it. */
export function personColumns(withRecord: boolean, narrow: boolean): string {
  if (!withRecord) return 'minmax(0, 1fr) 90px'
  return narrow ? 'minmax(0, 1fr) 90px 134px' : 'minmax(0, 1fr) 110px 90px 110px 150px'
}

export function PersonHead({ withRecord, narrow }: Omit<RowProps, 'person'>) {
  return (
    <>
      <span>姓名</span>
      <span>直接上司</span>
      {withRecord && !narrow && <span>工号</span>}
      {withRecord && !narrow && <span>入职</span>}
      {withRecord && <span>最近登录</span>}
    </>
  )
}

export function PersonRow({ person, withRecord, narrow }: RowProps) {
  const { record, manager } = person
  return (
    <>
      <PersonLines person={person} />
      <span>{manager?.name ?? <span className={styles.none}>无</span>}</span>
      {withRecord && !narrow && <span>{record?.employeeNo}</span>}
      {withRecord && !narrow && <span>{record && <DateText date={record.entryDate} />}</span>}
      {withRecord && (
        <span>
          {record?.lastSignInAt ? (
            <InstantText at={record.lastSignInAt} />
          ) : (
            <span className={styles.none}>从未登录</span>
          )}
        </span>
      )}
    </>
  )
}

/** The row of the phone, and the first cell at the desk. */
export function PersonLines({ person }: { person: Person }) {
  return (
    <TwoLines
      lead={<Portrait name={person.name} />}
      title={person.name}
      tag={<PersonState person={person} />}
      facts={factsOf(person)}
    />
  )
}

/** 项目主管，云岭片区（片区经理）. */
export function factsOf({ roleLabel, attendanceClerk, regions, division }: Person): string {
  const places = regions.map(({ name, owned }) => (owned ? `${name}（片区经理）` : name))
  const facts = [roleLabel, ...(attendanceClerk ? ['考勤员'] : []), ...places]
  return (places.length === 0 && division ? [...facts, division.name] : facts).join('，')
}
