import { mostCompetitors, type SavedForm, type VisitAnswers } from '@zhuowei/contract/feedback.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { differencesOf } from '@zhuowei/domain/feedback/form.ts'
import { type VisitAnswer, withVisit } from '@zhuowei/domain/feedback/visit-answers.ts'
import { nameCompetitors } from '../competitors/commands.ts'
import { customerFor } from '../customers/find.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { contentFrom } from './content-from.ts'
import { currentForm, getForm } from './form.ts'
import { writeVersion } from './versions.ts'

/** 六.3.2)② a version for each change; the same content again changes nothing. */
export async function saveForm(work: Writing, id: string, { version, ...input }: SavedForm): Promise<void> {
  const customer = await customerFor(work, id, 'edit')
  const held = await currentForm(work.db, id)
  await refuseStale(held.version, { ...input, version }, () => getForm(work, id))
  const content = await contentFrom(work, customer.divisionId, held.content, input)
  if (held.version === 0 && differencesOf(held.content, content).length === 0) {
    throw invalid('purchaseProcess', '请至少填一项，没有的写“无”')
  }
  await writeVersion(work, customer, held, content)
}

/** What a visit answered goes into the form with the visit itself. */
export async function answerFromVisit(
  work: Writing,
  customerId: string,
  visit: { id: string; on: PlainDate; answers: VisitAnswers },
): Promise<void> {
  if (visit.answers.length === 0) return
  const customer = await customerFor(work, customerId, 'edit')
  const held = await currentForm(work.db, customerId)
  const content = withVisit(
    held.content,
    visit.on,
    await namedAnswers(work, customer.divisionId, visit.answers),
  )
  if (content.competitors.lines.length > mostCompetitors) {
    throw invalid('competitors', `反馈表里竞争对手最多写 ${mostCompetitors} 家`)
  }
  await writeVersion(work, customer, held, content, { activityId: visit.id })
}

async function namedAnswers(
  work: Writing,
  divisionId: string,
  answers: VisitAnswers,
): Promise<VisitAnswer[]> {
  const named: VisitAnswer[] = []
  for (const [at, answer] of answers.entries()) {
    if (answer.item !== 'competitors') named.push(answer)
    else {
      const typed = answer.lines.map((line) => ({ ...line, competitorId: null }))
      const pathOf = (index: number) => `feedback.${at}.lines.${index}.name`
      const lines = await nameCompetitors(work, divisionId, typed, pathOf)
      named.push({ item: 'competitors', lines })
    }
  }
  return named
}
