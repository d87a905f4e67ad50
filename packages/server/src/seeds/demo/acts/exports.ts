import { approveExport, refuseExport } from '../../../exports/decide.ts'
import { requestExport } from '../../../exports/request.ts'
import type { Username } from '../cast.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as } from '../stage/stage.ts'

interface DemoExport {
  key: string
  who: Username
  at: readonly [date: string, time: string]
  purpose: string
  matching: { grade?: ('A' | 'B' | 'C')[]; city?: string[] }
  withContacts: boolean
  decided?: readonly [by: Username, date: string, time: string, refusal: string | null]
}

/** 三.1 one that was refused, two that wait for the manager and for 总经理, and one that is made when the day begins. */
const demoExports: readonly DemoExport[] = [
  {
    key: 'whole-list',
    who: 'hengli',
    at: ['2026-11-12', '15:10'],
    purpose: '发给展会公司印请柬',
    matching: {},
    withContacts: true,
    decided: ['anpeizhi', '2026-11-12', '15:40', '客户资料不得外传，请柬由我们自己寄'],
  },
  {
    key: 'own-grade-a',
    who: 'fute',
    at: ['2026-11-20', '17:20'],
    purpose: '出差前核对 A 级客户',
    matching: { grade: ['A'] },
    withContacts: false,
  },
  {
    key: 'contacts-for-new-year',
    who: 'anpeizhi',
    at: ['2026-11-20', '17:45'],
    purpose: '年底拜访名单，带电话',
    matching: { grade: ['A', 'B'] },
    withContacts: true,
  },
  {
    key: 'meeting',
    who: 'hengli',
    at: ['2026-11-20', '16:05'],
    purpose: '周例会核对 A 级客户',
    matching: { grade: ['A'] },
    withContacts: false,
    decided: ['anpeizhi', '2026-11-23', '08:25', null],
  },
]

export const exportActs = (quarter: Quarter): Act[] => demoExports.flatMap((one) => actsOf(one, quarter))

function actsOf(
  { key, who, at, purpose, matching, withContacts, decided }: DemoExport,
  quarter: Quarter,
): Act[] {
  const asked = quarter.at(...at)
  let id = ''
  const request: Act = {
    at: asked,
    key: `export|${key}`,
    play: (stage) =>
      as(stage, who, asked, async (work) => {
        id = await requestExport(work, { purpose, matching, withContacts })
      }),
  }
  if (!decided) return [request]
  const [by, date, time, refusal] = decided
  const when = quarter.at(date, time)
  return [
    request,
    {
      at: when,
      key: `export|${key}|decided`,
      play: (stage) =>
        as(stage, by, when, (work) =>
          refusal === null
            ? approveExport(work, id, 1)
            : refuseExport(work, id, { version: 1, reason: refusal }),
        ),
    },
  ]
}
