import type { CheckedForm } from '@zhuowei/contract/feedback-papers.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import { differencesOf } from '@zhuowei/domain/feedback/form.ts'
import { withPaper } from '@zhuowei/domain/feedback/paper-merge.ts'
import { type Paper, readPaper } from '@zhuowei/domain/feedback/paper-reading.ts'
import type { FastifyRequest } from 'fastify'
import { visibleCustomers } from '../customers/scope.ts'
import { mayWriteForm } from '../feedback/access.ts'
import { currentForm } from '../feedback/form.ts'
import type { Reading } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { noForm, tablesIn } from './read-file.ts'
import { type ReceivedFile, withReceived } from './receive.ts'

type Checked = OnServer<CheckedForm>

/** What taking in the files would change, form by form; nothing is written. On the page of a customer only its own form is taken. */
export function checkForms(
  reading: Reading,
  request: FastifyRequest,
  customerId: string | undefined,
): Promise<Checked[]> {
  return withReceived(request, async (files) => {
    const checked: Checked[] = []
    for (const file of files) {
      for (const found of await papersIn(file, shanghaiDate(reading.now))) {
        const form =
          typeof found === 'string' ? faulty(file, [found]) : await checkPaper(reading, file, found)
        checked.push(refuseOther(form, checked, customerId))
      }
    }
    return checked
  })
}

interface NamedPaper {
  paper: Paper
  faults: string[]
}

/** The forms of a file, or the sentence why there is none. */
async function papersIn(file: ReceivedFile, today: string): Promise<(NamedPaper | string)[]> {
  try {
    const papers = (await tablesIn(file)).flatMap(({ lines, cellName }) => {
      const paper = readPaper(lines, today)
      if (!paper) return []
      return [{ paper, faults: paper.faults.map((fault) => `${cellName(fault)}：${fault.message}`) }]
    })
    return papers.length > 0 ? papers : [noForm]
  } catch (error) {
    const [why] = error instanceof Refusal ? (error.errors ?? []) : []
    if (!why) throw error
    return [why.message]
  }
}

async function checkPaper(
  { db, actor }: Reading,
  file: ReceivedFile,
  { paper, faults }: NamedPaper,
): Promise<Checked> {
  if (paper.customer === '') return faulty(file, [`${columns.account}空着`, ...faults])
  const customer = await db
    .selectFrom('customers')
    .leftJoin('people as owner', 'owner.id', 'customers.ownerId')
    .where(visibleCustomers(actor))
    .where('customers.nameKey', '=', normaliseName(paper.customer))
    .select(['customers.id', 'customers.name', 'customers.divisionId', 'customers.regionId'])
    .select(['customers.ownerId', 'owner.name as ownerName'])
    .executeTakeFirst()
  if (!customer) return faulty(file, [`没有找到客户“${paper.customer}”，名称要和系统里的一样`, ...faults])
  const { id, name } = customer
  if (!mayWriteForm(actor, customer)) {
    const why = `${name}由${customer.ownerName ?? '别人'}负责，您不能改它的反馈表`
    return faulty(file, [why, ...faults], { id, name })
  }
  if (faults.length > 0) return faulty(file, faults, { id, name })
  const held = await currentForm(db, id)
  const content = withPaper(held.content, paper)
  const changes = differencesOf(held.content, content)
  const competitors = { ...content.competitors, lines: [...content.competitors.lines] }
  return {
    fileName: file.fileName,
    customer: { id, name },
    changes,
    faults: [],
    accepts:
      changes.length > 0
        ? { ...content, competitors, customerId: id, version: held.version, fileName: file.fileName }
        : null,
  }
}

function faulty({ fileName }: ReceivedFile, faults: string[], customer: Checked['customer'] = null): Checked {
  return { fileName, customer, changes: [], faults, accepts: null }
}

/** A form of another customer, or a second one of the same, is said and never guessed. */
function refuseOther(form: Checked, before: readonly Checked[], customerId: string | undefined): Checked {
  const { customer } = form
  const refused = (why: string): Checked => ({ ...form, changes: [], faults: [why], accepts: null })
  if (!customer) return form
  if (customerId && customer.id !== customerId) return refused(`这是${customer.name}的表，不是这家客户的`)
  const earlier = before.find((one) => one.customer?.id === customer.id)
  return earlier ? refused(`${customer.name}的表已经在“${earlier.fileName}”里，请只留一份`) : form
}
