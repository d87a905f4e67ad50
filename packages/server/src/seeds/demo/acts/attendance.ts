import { registerAbsence } from '../../../attendance/absences.ts'
import type { DemoAbsence } from '../absences.ts'
import { type Act, as, personId } from '../stage/stage.ts'

/** The manager registers leave and trips; his own are 总经理's. */
export function absenceActs(absences: readonly DemoAbsence[]): Act[] {
  return absences.map(({ key, who, kind, leaveType, place, from, to, portion, reason, registeredAt }) => {
    const absence = { personId: personId(who), kind, leaveType, place, from, to, portion, reason }
    const superior = who === 'anpeizhi' ? 'lin' : 'anpeizhi'
    return {
      at: registeredAt,
      key,
      play: (stage) => as(stage, superior, registeredAt, (work) => registerAbsence(work, absence)),
    }
  })
}
