import type { ApprovalFacts } from '@zhuowei/domain/approvals/condition.ts'
import type { ApprovalKind } from '@zhuowei/domain/approvals/definition.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { refusal } from '../testing/refusal.ts'
import { type Cast, createWorld, type World } from '../testing/world.ts'
import { passOnApprovals } from './leaver.ts'
import { remindApprovers } from './remind.ts'
import { submitApproval } from './submit.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => world.setNow('2026-11-23T08:40:00+08:00'))

const as = (caller: Cast | null) => world.as(caller ? world.people[caller] : null)
const params = (id: string) => ({ params: { id } })
const agree = (caller: Cast, id: string, round = 1) =>
  as(caller).approvals.decide({ ...params(id), body: { round, decision: 'approve' } })
const say = (caller: Cast, id: string, decision: 'refuse' | 'send_back', comment = '预算还没有落实') =>
  as(caller).approvals.decide({ ...params(id), body: { round: 1, decision, comment } })

const small: ApprovalFacts = { amountFen: 10_000_000, strategic: false, nonStandard: false }
const big: ApprovalFacts = { ...small, amountFen: 50_000_001 }

const workOf = (caller: Cast) => {
  const { services, people, divisionId } = world
  const { id, name, role } = people[caller]
  const places = { divisionId, regionIds: [], ownedRegionIds: [], attendanceClerk: false }
  const standing = { sessionId: 'test', passwordChangeDue: false, confidentialityDue: false }
  return { actor: { id, name, role, ...places, ...standing }, now: services.clock.now() }
}

/** What the command of a subject does; the engine alone is looked at here. */
const submit = (caller: Cast, facts = small, kind: ApprovalKind = 'contract', subjectId = newId()) =>
  world.services.db
    .transaction()
    .execute((db) =>
      submitApproval(
        { db, ...workOf(caller) },
        { kind, subjectId, divisionId: world.divisionId, title: '云岭备份设备合同', facts },
      ),
    )

const waiting = async (caller: Cast) =>
  (await as(caller).approvals.list({ query: { list: 'waiting', limit: 200 } })).items.map(({ id }) => id)

describe('a case on its way', () => {
  test('each step asks the next, and the last one makes it final', async () => {
    const id = await submit('pm', big)
    expect(await waiting('dm')).toContain(id)
    expect(await waiting('oa')).not.toContain(id)
    await agree('dm', id)
    expect(await waiting('oa')).toContain(id)
    expect(await waiting('att')).toContain(id)
    await agree('att', id)
    expect(await waiting('oa')).not.toContain(id)
    const end = await agree('gm', id)
    expect(end).toMatchObject({ state: 'approved', waitingFor: [], decidedAt: expect.any(String) })
    expect(end.steps.map(({ name, state, reason }) => `${name} ${state} ${reason}`)).toEqual([
      '部门经理 done 都需要',
      '综合管理复核 done 都需要',
      '总经理 done 金额超过 50 万元或战略项目或非标付款条款',
    ])
    expect(end.entries.map(({ kind, by }) => `${kind} ${by?.name}`)).toEqual([
      'submitted 焦尔',
      'approved 安培之',
      'approved 西蒙',
      'approved 林总',
    ])
    const { items } = await as('pm').notifications.list({ query: {} })
    expect(items[0]).toMatchObject({ title: '您的合同已批准：云岭备份设备合同', link: `/approvals/${id}` })
  })

  test('50 万 needs no 总经理', async () => {
    const id = await submit('pm', { ...small, amountFen: 50_000_000 })
    await agree('dm', id)
    expect(await agree('oa', id)).toMatchObject({ state: 'approved' })
  })

  test('a manager’s own case goes to 总经理, who is asked once', async () => {
    const id = await submit('dm', big)
    expect(await refusal(agree('dm', id))).toMatchObject({
      code: 'forbidden',
      detail: '不能审批自己的申请',
    })
    expect(await agree('gm', id)).toMatchObject({ step: '综合管理复核' })
    expect(await agree('oa', id)).toMatchObject({ state: 'approved' })
  })

  test('退回 gives it back, and it can be submitted again with another way', async () => {
    const subjectId = newId()
    const id = await submit('pm', small, 'contract', subjectId)
    await expect(submit('pm', small, 'contract', subjectId)).rejects.toMatchObject({
      detail: '这一件现在是“审批中”',
    })
    expect(await refusal(say('dm', id, 'send_back', ''))).toMatchObject({
      errors: [{ path: 'comment', message: '请写明驳回或退回的理由' }],
    })
    await say('dm', id, 'send_back')
    expect(await submit('pm', big, 'contract', subjectId)).toBe(id)
    expect(await refusal(agree('dm', id))).toMatchObject({ code: 'version_conflict' })
    const again = await agree('dm', id, 2)
    expect(again.steps).toHaveLength(3)
    expect(again.entries.map(({ kind, round }) => `${round} ${kind}`)).toEqual([
      '1 submitted',
      '1 sent_back',
      '2 submitted',
      '2 approved',
    ])
  })

  test('驳回 is final', async () => {
    const subjectId = newId()
    const id = await submit('pm', small, 'contract', subjectId)
    await say('dm', id, 'refuse')
    expect(await refusal(agree('dm', id))).toMatchObject({
      code: 'nothing_to_decide',
      detail: '这一件现在是“已驳回”',
    })
    await expect(submit('pm', small, 'contract', subjectId)).rejects.toMatchObject({
      detail: '这一件现在是“已驳回”',
    })
  })
})

test('two who decide at once: one outcome, and the second is shown it', async () => {
  const id = await submit('pm')
  await agree('dm', id)
  const both = await Promise.allSettled([agree('oa', id), say('att', id, 'refuse')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = both.find((one) => one.status === 'rejected')
  const { state } = await as('pm').approvals.get(params(id))
  expect(['approved', 'refused']).toContain(state)
  expect(lost?.reason.problem).toMatchObject({ status: 409, facts: { current: { state } } })
  const decided = (await as('pm').approvals.get(params(id))).entries
  expect(decided.filter(({ step }) => step === '综合管理复核')).toHaveLength(1)
})

test('加签 before and after', async () => {
  const id = await submit('pm')
  const add = (place: 'before' | 'after', added: Cast, caller: Cast = 'dm') =>
    as(caller).approvals.addSigner({
      ...params(id),
      body: { round: 1, personId: world.people[added].id, place },
    })
  expect((await as('dm').approvals.get(params(id))).addable.map(({ name }) => name)).not.toContain('焦尔')
  expect(await refusal(add('before', 'dmOther'))).toMatchObject({ errors: [{ path: 'personId' }] })
  expect(await refusal(add('before', 'pm'))).toMatchObject({ detail: '不能加签申请人' })
  await add('before', 'spm')
  expect(await refusal(agree('dm', id))).toMatchObject({ code: 'forbidden' })
  await agree('spm', id)
  await add('after', 'gm')
  await agree('dm', id)
  expect((await agree('gm', id)).steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
    '加签 done',
    '部门经理 done',
    '加签 done',
    '综合管理复核 open',
  ])
})

test('only the applicant recalls, while it is undecided', async () => {
  const id = await submit('pm')
  const recall = (caller: Cast) =>
    as(caller).approvals.recall({ ...params(id), body: { round: 1, reason: '金额要改' } })
  expect(await refusal(recall('dm'))).toMatchObject({ code: 'forbidden' })
  expect(await refusal(recall('spm'))).toMatchObject({ code: 'not_found' })
  expect(await recall('pm')).toMatchObject({ state: 'recalled' })
  expect(await refusal(recall('pm'))).toMatchObject({ code: 'nothing_to_decide' })
  expect(await waiting('dm')).not.toContain(id)
})

test('催办 once in four hours', async () => {
  const id = await submit('pm')
  const urge = () => as('pm').approvals.urge({ ...params(id), body: { round: 1 } })
  expect(await urge()).toMatchObject({ can: { urge: false }, urgeFrom: expect.any(String) })
  expect(await refusal(urge())).toMatchObject({ detail: '4 小时内只能催办一次' })
  world.setNow('2026-11-23T12:40:00+08:00')
  expect((await urge()).entries.filter(({ kind }) => kind === 'urged')).toHaveLength(2)
})

describe('代理', () => {
  const give = (caller: Cast, to: Cast, fromDate: string, toDate: string) =>
    as(caller).approvalDelegations.give({
      body: { toId: world.people[to].id, fromDate, toDate, reason: '出差在外' },
    })

  test('the deputy decides in his days, and the record says for whom', async () => {
    const id = await submit('pm')
    const own = await submit('spm')
    await give('dm', 'spm', '2026-11-24', '2026-11-25')
    expect(await waiting('spm')).not.toContain(id)
    world.setNow('2026-11-24T09:00:00+08:00')
    const found = (await as('spm').approvals.list({ query: { list: 'waiting' } })).items
    expect(found.find((one) => one.id === id)).toMatchObject({
      principal: { name: '安培之' },
      can: { decide: true },
    })
    expect(found.map((one) => one.id)).not.toContain(own)
    expect(await refusal(agree('spm', own))).toMatchObject({ code: 'forbidden' })
    const add = (approvalId: string, added: Cast) =>
      as('spm').approvals.addSigner({
        ...params(approvalId),
        body: { round: 1, personId: world.people[added].id, place: 'after' },
      })
    expect(await refusal(add(own, 'oa'))).toMatchObject({
      code: 'forbidden',
      detail: '不能给自己的申请加签',
    })
    expect((await add(id, 'gm')).entries.at(-1)).toMatchObject({
      ...{ kind: 'added', by: { name: '傅特' }, onBehalfOf: { name: '安培之' } },
    })
    const decided = await agree('spm', id)
    expect(decided.entries.at(-1)).toMatchObject({ by: { name: '傅特' }, onBehalfOf: { name: '安培之' } })
    expect(await refusal(agree('dm', id))).toMatchObject({ code: 'nothing_to_decide' })
    const handled = await as('spm').approvals.list({ query: { list: 'handled' } })
    expect(handled.items.map((one) => one.id)).toContain(id)
    world.setNow('2026-11-26T09:00:00+08:00')
    expect(await waiting('spm')).not.toContain(own)
  })

  test('not twice for the same days, not to oneself, not across divisions, and it can be ended', async () => {
    await give('gm', 'dm', '2026-12-01', '2026-12-05')
    expect(await refusal(give('gm', 'dmOther', '2026-12-05', '2026-12-06'))).toMatchObject({
      code: 'duplicate_record',
    })
    expect(await refusal(give('oa', 'oa', '2026-12-01', '2026-12-01'))).toMatchObject({
      code: 'invalid_input',
    })
    expect(await refusal(give('oa', 'pmOther', '2026-12-01', '2026-12-01'))).toMatchObject({
      code: 'invalid_input',
    })
    expect(await refusal(give('oa', 'dm', '2026-11-22', '2026-12-01'))).toMatchObject({
      errors: [{ path: 'fromDate' }],
    })
    const [given] = (await as('gm').approvalDelegations.list()).items
    if (!given) throw new Error('given above')
    expect(await refusal(as('dm').approvalDelegations.end(params(given.id)))).toMatchObject({
      code: 'not_found',
    })
    const after = await as('gm').approvalDelegations.end(params(given.id))
    expect(after.items.find(({ id }) => id === given.id)).toMatchObject({
      state: 'ended',
      can: { end: false },
    })
    expect(await refusal(as('gm').approvalDelegations.end(params(given.id)))).toMatchObject({
      code: 'nothing_to_decide',
    })
  })
})

test('who has not decided after a working day is reminded once, and it stands in 今天 and the navigation', async () => {
  const id = await submit('pm')
  const { db } = world.services
  const reminders = async () =>
    (await as('dm').notifications.list({ query: {} })).items.filter(
      ({ link, title }) => link === `/approvals/${id}` && title.includes('个工作日'),
    ).length
  await remindApprovers(db, new Date('2026-11-24T08:39:00+08:00'))
  expect(await reminders()).toBe(0)
  await remindApprovers(db, new Date('2026-11-24T08:41:00+08:00'))
  await remindApprovers(db, new Date('2026-11-25T08:41:00+08:00'))
  expect(await reminders()).toBe(1)
  const { items } = await as('dm').today.get()
  expect(items.find(({ key }) => key === `approval:${id}`)).toMatchObject({
    title: '焦尔的合同：云岭备份设备合同',
    dueAt: '2026-11-24T00:40:00.000Z',
    action: { label: '审批', to: `/approvals/${id}` },
  })
  expect((await as('dm').navigation.counts()).approvals.waiting).toBe((await waiting('dm')).length)
})

test('抄送 reaches who is told, in a list of its own', async () => {
  const id = await submit('pm', { projectClass: 'small', strategic: false }, 'quotation')
  const copied = await as('oa').approvals.list({ query: { list: 'copied' } })
  expect(copied.items.map((one) => one.id)).toContain(id)
  expect((await as('oa').approvals.get(params(id))).can).toEqual({
    decide: false,
    recall: false,
    urge: false,
  })
})

test('who leaves is not waited for: his superior is asked instead, and told', async () => {
  const id = await submit('pm')
  const body = { round: 1, personId: world.people.spm.id, place: 'before' as const }
  await as('dm').approvals.addSigner({ ...params(id), body })
  await world.services.db
    .transaction()
    .execute((db) => passOnApprovals({ db, ...workOf('adm') }, world.people.spm))
  const { waitingFor, entries } = await as('dm').approvals.get(params(id))
  expect(waitingFor.map(({ name }) => name)).toEqual(['安培之'])
  expect(entries.at(-1)).toMatchObject({ kind: 'passed_on', body: '傅特离职，由安培之审批' })
  expect(await waiting('spm')).not.toContain(id)
  await agree('dm', id)
  expect(await agree('dm', id)).toMatchObject({ step: '综合管理复核' })
})

test('the list goes on page by page', async () => {
  const first = await as('pm').approvals.list({ query: { list: 'mine', limit: 2 } })
  const second = await as('pm').approvals.list({
    query: { list: 'mine', limit: 2, cursor: first.next ?? '' },
  })
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4)
})

describe('definitions', () => {
  const gmOnly = {
    name: '总经理审批',
    who: { by: 'role' as const, role: 'gm' as const },
    mode: 'any' as const,
    when: null,
  }
  const given = (effectiveFrom: string) => ({
    ...{ divisionId: world.divisionId, kind: 'contract' as const, effectiveFrom, copies: [] },
    steps: [gmOnly],
  })

  test('a dry run shows whom last month’s cases would have asked, and writes nothing', async () => {
    world.setNow('2026-10-15T10:00:00+08:00')
    const id = await submit('pm')
    world.setNow('2026-11-23T08:40:00+08:00')
    const { from, to, cases } = await as('adm').approvalDefinitions.tryOut({ body: given('2026-11-23') })
    expect([from, to]).toEqual(['2026-10-01', '2026-10-31'])
    expect(cases).toMatchObject([
      { id, changed: true, problem: null, would: [{ people: [{ name: '林总' }] }] },
    ])
    expect(cases[0]?.asked.map(({ name }) => name)).toEqual(['安培之', '亨礼', '西蒙'])
    expect(
      await as('adm').approvalDefinitions.list({ query: { divisionId: world.divisionId } }),
    ).toMatchObject([
      { kind: 'initiation' },
      { kind: 'quotation' },
      { kind: 'contract', current: { id: null }, others: [] },
      { kind: 'leave' },
    ])
  })

  test('a new way holds from its day on, and what is under way keeps its own', async () => {
    const before = await submit('pm')
    await as('adm').approvalDefinitions.set({ body: { ...given('2026-11-24'), reason: '改由总经理批' } })
    const today = await submit('pm')
    world.setNow('2026-11-24T09:00:00+08:00')
    const after = await submit('pm')
    const steps = async (id: string) =>
      (await as('gm').approvals.get(params(id))).steps.map(({ name }) => name)
    expect(await steps(before)).toEqual(['部门经理', '综合管理复核'])
    expect(await steps(today)).toEqual(['部门经理', '综合管理复核'])
    expect(await steps(after)).toEqual(['总经理审批'])
  })

  test('a bad one is refused with each problem beside its field, and only the administrator writes one', async () => {
    const bad = {
      ...given('2026-11-22'),
      steps: [{ ...gmOnly, who: { by: 'people' as const, ids: [newId()] } }],
    }
    expect(
      await refusal(as('adm').approvalDefinitions.set({ body: { ...bad, reason: '改由某人批' } })),
    ).toMatchObject({
      errors: [{ path: 'effectiveFrom' }, { path: 'steps.0.who' }],
    })
    expect(
      await refusal(
        as('dm').approvalDefinitions.set({ body: { ...given('2026-12-01'), reason: '改由总经理批' } }),
      ),
    ).toMatchObject({ code: 'forbidden' })
  })
})

test('strangers are not let in', async () => {
  expect(await refusal(as(null).approvals.list())).toMatchObject({ code: 'not_signed_in' })
  const id = await submit('pm')
  for (const caller of ['pmSameRegion', 'spmOtherRegion', 'dmOther'] as const)
    expect(await refusal(as(caller).approvals.get(params(id)))).toMatchObject({ code: 'not_found' })
})
