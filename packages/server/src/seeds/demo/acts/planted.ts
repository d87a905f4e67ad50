import { newCustomer } from '@zhuowei/contract/customer-shapes.ts'
import { rejectSpecialReason, waiveObligation } from '../../../compliance/decisions.ts'
import { createCustomer } from '../../../customers/create.ts'
import { changeGrade } from '../../../customers/grade.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import type { Writing } from '../../../platform/http/implement.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Secrets } from '../../../platform/secrets.ts'
import { member, type Username } from '../cast.ts'
import type { DemoCustomer } from '../customers.ts'
import type { Quarter } from '../quarter.ts'
import { rejectedReason, waiverReasons } from '../sentences/remarks.ts'
import { type Act, as, customerId, divisionId, personId, regionId, type Stage } from '../stage/stage.ts'

/** What the manager decides about single reports, and what the rules refuse (§7). */
export function plantedActs(quarter: Quarter, customers: readonly DemoCustomer[]): Act[] {
  return [
    waiver(quarter, 'fale', '2026-10-16', quarter.at('2026-10-19', '10:05'), waiverReasons[0]),
    waiver(quarter, 'walan', '2026-11-11', quarter.at('2026-11-12', '15:10'), waiverReasons[1]),
    rejection(quarter, 'weibo', '2026-11-18', quarter.at('2026-11-19', '10:20')),
    gradeC(quarter, customers),
    twin(quarter),
  ]
}

function waiver(quarter: Quarter, who: Username, written: string, at: Date, reason = ''): Act {
  const play = (stage: Stage) =>
    as(stage, 'anpeizhi', at, async (work) =>
      waiveObligation(work, await obligationOf(work, who, quarter.day(written)), reason),
    )
  return { at, key: `waiver|${who}|${written}`, play }
}

function rejection(quarter: Quarter, who: Username, written: string, at: Date): Act {
  const play = (stage: Stage) =>
    as(stage, 'anpeizhi', at, async (work) =>
      rejectSpecialReason(work, await obligationOf(work, who, quarter.day(written)), rejectedReason),
    )
  return { at, key: `rejection|${who}|${written}`, play }
}

/** 六.1.1)②: a customer with trade has no grade C. */
function gradeC(quarter: Quarter, customers: readonly DemoCustomer[]): Act {
  const at = quarter.at('2026-11-13', '16:10')
  const customer = customers.find(({ owner, traded }) => owner === 'gaosi' && traded)
  const id = customerId(customer?.name ?? '')
  return refused('POST /api/customers/:id/grade-changes', 'gaosi', at, (work) =>
    changeGrade(work, id, { to: 'C', reason: '今年没有项目，先放一放', resources: null }),
  )
}

/** The same name in half-width brackets and with another legal form. */
function twin(quarter: Quarter): Act {
  const input = newCustomer.parse({
    name: '澄原电力物资(集团)有限责任公司',
    contactName: '沈嘉树',
    contactPosition: '采购部主管',
    contactPhone: '19900009999',
    status: 'potential',
    regionId: regionId('SY'),
  })
  return refused('POST /api/customers', 'hezhi', quarter.at('2026-10-21', '11:32'), (work) =>
    createCustomer(work, input),
  )
}

/** A command that the rules refuse; the attempt stands in the audit log (三.1). */
function refused(
  operation: string,
  who: Username,
  at: Date,
  command: (work: Writing & { secrets: Secrets }) => Promise<unknown>,
): Act {
  const play = async (stage: Stage) => {
    const refusal = await as(stage, who, at, command).then(
      () => null,
      (error: unknown) => error,
    )
    if (!(refusal instanceof Refusal))
      throw new Error(`${operation} should have been refused`, { cause: refusal })
    const [method, path] = operation.split(' ')
    const actor = { id: personId(who), name: member(who).name, divisionId }
    await recordAudit(stage.db, {
      action: 'refused',
      at,
      actor,
      detail: { code: refusal.code, method, path, errors: refusal.errors },
    })
  }
  return { at, key: `refused|${operation}|${who}`, play }
}

async function obligationOf({ db }: Writing, who: Username, date: string): Promise<string> {
  const { id } = await db
    .selectFrom('obligations')
    .select('id')
    .where('personId', '=', personId(who))
    .where('kind', '=', 'daily')
    .where('onDate', '=', date)
    .executeTakeFirstOrThrow()
  return id
}
