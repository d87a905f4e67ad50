import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { completenessOf, differencesOf, type FormContent } from '@zhuowei/domain/feedback/form.ts'
import type { Allowed } from '../customers/find.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'

/** The visit or the file in which it was said. */
interface FormSource {
  activityId?: string
  fileName?: string
}

/** A version, the form as it stands, what lists ask, the battle cards and the event; what reads the same writes nothing. */
export async function writeVersion(
  { db, actor, now }: Writing,
  customer: Allowed<'edit'>,
  held: { content: FormContent; version: number },
  content: FormContent,
  { activityId, fileName }: FormSource = {},
): Promise<void> {
  const changes = differencesOf(held.content, content)
  if (changes.length === 0) return
  const { id: customerId, divisionId } = customer
  const version = held.version + 1
  const completeness = completenessOf(content)
  const json = JSON.stringify(content)
  const form = { content: json, version, updatedAt: now, updatedBy: actor.id }
  await db
    .insertInto('feedbackForms')
    .values({ customerId, divisionId, ...form })
    .onConflict((conflict) => conflict.column('customerId').doUpdateSet(form))
    .execute()
  await db
    .insertInto('feedbackVersions')
    .values({
      ...{
        customerId,
        divisionId,
        version,
        completeness,
        activityId: activityId ?? null,
        fileName: fileName ?? null,
      },
      ...{ content: json, savedAt: now, savedBy: actor.id },
    })
    .execute()
  await db
    .updateTable('customers')
    .set({ formCompleteness: completeness, formCurrentOn: shanghaiDate(now) })
    .where('id', '=', customerId)
    .execute()
  await noteCompetitors({ db, actor, now }, customer, held.content, content)
  const labels = changes.map(({ label }) => label).join('、')
  const verb = fileName ? '从文件导入' : version === 1 ? '填写' : '更新'
  // What it says stays in the form: a colleague who sees the timeline may not read the form (§3A).
  await recordEvent(db, actor, now, {
    verb: 'feedback.saved',
    subjectType: 'feedback',
    subjectId: customerId,
    divisionId,
    customerId,
    summary: version === 1 ? `${verb}了客户信息反馈表` : `${verb}了客户信息反馈表：${labels}`,
    after: { version },
  })
}

/** 六.3.1)⑦ each assessment that is new or reads otherwise goes onto the competitor's battle card. */
async function noteCompetitors(
  { db, actor, now }: Writing,
  { id: customerId, divisionId }: Allowed<'edit'>,
  before: FormContent,
  { competitors }: FormContent,
): Promise<void> {
  const said = competitors.lines.flatMap(({ competitorId, assessment }) => {
    const same = before.competitors.lines.some(
      (line) => line.competitorId === competitorId && line.assessment === assessment,
    )
    return competitorId && assessment && !same ? [{ competitorId, assessment }] : []
  })
  if (said.length === 0) return
  await db
    .insertInto('competitorNotes')
    .values(
      said.map((line) => ({
        ...{ ...line, id: newId(), customerId, divisionId },
        ...{ notedOn: shanghaiDate(now), writtenAt: now, writtenBy: actor.id },
      })),
    )
    .execute()
}
