import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTarget } from '../testing/access-matrix/targets.ts'
import { refusal } from '../testing/refusal.ts'
import { type Cast, createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const as = (caller: Cast | null) => world.as(caller ? world.people[caller] : null)
const wan = (amount: number) => Math.round(amount * 1_000_000)

async function projectOf(owner: 'pm' | 'pmOtherRegion', amount = 120, isStrategic = false): Promise<string> {
  const { customerId } = await makeTarget(world, owner)
  const { id } = await as(owner).projects.create({
    body: {
      ...{ customerId, name: '备份系统改造', amountFen: wan(amount) },
      ...{ expectedSignOn: '2027-03-31', need: '备份太慢' },
    },
  })
  if (isStrategic)
    await world.services.db.updateTable('projects').set({ isStrategic }).where('id', '=', id).execute()
  return id
}

const whole = (amount = 120) => ({
  ...{ amountFen: wan(amount), marginBasisPoints: 1800, signDate: '2027-03-31', budgetFen: wan(300) },
  ...{ fundSource: '2027 年技改资金', decisionChain: '信通处长决策', competition: '华存科技' },
  ...{ resources: '方案工程师 5 人天', risks: '无' },
})
const params = (id: string) => ({ params: { id } })
const save = (caller: Cast, id: string, version = 0, content: object = whole(), team: readonly Cast[] = []) =>
  as(caller).projectInitiation.save({
    ...params(id),
    body: { version, ...content, teamIds: team.map((one) => world.people[one].id) },
  })
const submit = (caller: Cast, id: string, version = 1) =>
  as(caller).projectInitiation.submit({ ...params(id), body: { version } })
const decide = (caller: Cast, id: string, decision: 'approve' | 'refuse' | 'send_back', round = 1) =>
  as(caller).approvals.decide({ ...params(id), body: { round, decision, comment: '已核对' } })

test('it opens with what the project says, and asks for the rest', async () => {
  const id = await projectOf('pm')
  const found = await as('pm').projectInitiation.get(params(id))
  expect(found).toMatchObject({ id: null, version: 0, amountFen: wan(120), signDate: '2027-03-31' })
  expect(found.missing.map(({ path }) => path)).toContain('fundSource')
  expect(found.can).toEqual({ edit: true, submit: false, readMargin: true })
  expect(await refusal(submit('pm', id, 0))).toMatchObject({ code: 'nothing_to_decide' })
})

test.each([
  [49.99, false, ['安培之']],
  [50, false, ['安培之']],
  [100, false, ['安培之']],
  [100.01, false, ['安培之']],
  [200, false, ['安培之']],
  [200.01, false, ['安培之', '林总']],
  [49.99, true, ['安培之', '林总']],
])('§4E 立项 of %d 万, strategic %s: %j', async (amount, strategic, approvers) => {
  const id = await projectOf('pm', amount, strategic)
  const saved = await save('pm', id, 0, whole(amount))
  expect(
    saved.route.filter(({ asked }) => asked).flatMap(({ people }) => people.map(({ name }) => name)),
  ).toEqual(approvers)
  const { approval } = await submit('pm', id)
  const { steps } = await as('pm').approvals.get(params(approval?.id ?? ''))
  expect(steps.flatMap(({ signers }) => signers.map(({ person }) => person.name))).toEqual(approvers)
})

test('the approver has everything on one page, and the approval sets the team', async () => {
  const id = await projectOf('pm')
  await save('pm', id, 0, { ...whole(), marginBasisPoints: 800 }, ['pmSameRegion'])
  const { approval, can } = await submit('pm', id)
  expect(can).toMatchObject({ edit: false, submit: false })
  const { card, title } = await as('dm').approvals.get(params(approval?.id ?? ''))
  expect(title).toContain('备份系统改造')
  expect(card?.facts).toContainEqual({ label: '预计合同额', value: '120 万元', strong: true })
  expect(card?.facts).toContainEqual({ label: '预计毛利率', value: '8%', strong: true })
  expect(card?.hints).toEqual(['预计毛利率低于 10%'])
  await decide('dm', approval?.id ?? '', 'approve')
  expect(await as('pm').projectInitiation.get(params(id))).toMatchObject({
    approvedAt: '2026-11-23T00:40:00.000Z',
    approval: { state: 'approved' },
  })
  const team = await world.services.db
    .selectFrom('projectMembers')
    .selectAll()
    .where('projectId', '=', id)
    .execute()
  expect(team.map(({ personId }) => personId)).toEqual([world.people.pmSameRegion.id])
  expect(await refusal(save('pm', id, 1))).toMatchObject({ code: 'nothing_to_decide' })
  expect(await as('pm').projects.get(params(id))).toMatchObject({
    ...{ class: 'medium', classAtInitiation: 'medium' },
    members: [{ person: { name: '瓦澜' }, role: 'sales' }],
  })
})

test('七.2.2) the stage is left with the approval, and not while it waits', async () => {
  const id = await projectOf('pm')
  const { version } = await as('pm').projects.get(params(id))
  const forward = { kind: 'forward', override: false, reason: null } as const
  const first = await as('dm').projects.move({
    ...params(id),
    body: { ...forward, version, override: true, reason: '信息当面核实过' },
  })
  await save('pm', id)
  const { approval } = await submit('pm', id)
  const next = () => as('pm').projects.move({ ...params(id), body: { ...forward, version: first.version } })
  expect(await refusal(next())).toMatchObject({ code: 'gate_closed', detail: '还差：立项申请已批准' })
  expect((await as('pm').projects.get(params(id))).gate).toMatchObject([{ why: '正在审批' }])
  await decide('dm', approval?.id ?? '', 'approve')
  const approved = await as('pm').projects.get(params(id))
  const moved = await as('pm').projects.move({
    ...params(id),
    body: { ...forward, version: approved.version },
  })
  expect(moved.stage).toBe('proposal')
})

test('a project that is not there for somebody has no application either', async () => {
  const id = await projectOf('pm')
  for (const caller of ['pmSameRegion', 'pmOtherRegion', 'pmOther'] as const)
    expect(await refusal(as(caller).projectInitiation.get(params(id)))).toMatchObject({ code: 'not_found' })
})

test('退回: changed and submitted again; 驳回: another application', async () => {
  const id = await projectOf('pm')
  await save('pm', id)
  const { approval } = await submit('pm', id)
  await decide('dm', approval?.id ?? '', 'send_back')
  await save('pm', id, 1, whole(250))
  expect((await submit('pm', id, 2)).approval).toMatchObject({ id: approval?.id, round: 2 })
  await decide('dm', approval?.id ?? '', 'refuse', 2)
  expect(await as('pm').projectInitiation.get(params(id))).toMatchObject({ id: null, approval: null })
  await save('pm', id)
  expect((await submit('pm', id)).approval).toMatchObject({ state: 'waiting', round: 1 })
})

test('gaps are named one by one, and a stale copy is refused', async () => {
  const id = await projectOf('pm')
  await save('pm', id, 0, { ...whole(), risks: null, fundSource: '' })
  expect(await refusal(submit('pm', id))).toMatchObject({
    errors: [{ path: 'fundSource', message: '请填写资金来源' }, { path: 'risks' }],
  })
  expect(await refusal(save('pm', id, 0))).toMatchObject({ code: 'version_conflict' })
  expect(await refusal(save('pm', id, 1, whole(), ['pmOther']))).toMatchObject({
    errors: [{ path: 'teamIds' }],
  })
})

test('two who submit at once: one approval', async () => {
  const id = await projectOf('pm')
  await save('pm', id)
  const both = await Promise.allSettled([submit('pm', id), submit('pm', id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('毛利 is read by the team, the manager, 综合管理 and 总经理, and stands in no event', async () => {
  const id = await projectOf('pm')
  await save('pm', id, 0, { ...whole(), marginBasisPoints: 1234 })
  const margin = async (caller: Cast) =>
    (await as(caller).projectInitiation.get(params(id))).marginBasisPoints
  for (const caller of ['pm', 'dm', 'oa', 'gm'] as const) expect(await margin(caller)).toBe(1234)
  expect(await margin('spm')).toBeNull()
  const events = await world.services.db
    .selectFrom('events')
    .selectAll()
    .where('subjectId', '=', id)
    .execute()
  expect(JSON.stringify(events)).not.toContain('1234')
  expect(await refusal(save('spm', id, 1))).toMatchObject({ code: 'forbidden' })
  expect(await refusal(as(null).projectInitiation.get(params(id)))).toMatchObject({ code: 'not_signed_in' })
})
