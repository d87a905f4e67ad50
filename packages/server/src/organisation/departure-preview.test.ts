import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { customerOf } from './testing/departing.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const adm = () => world.as(world.people.adm).organisation

describe('before somebody leaves', () => {
  test('the preview says what hangs on the person and who could take it', async () => {
    const { spm } = world.people
    const visited = await customerOf(world, spm, { grade: 'A', nextStepOn: '2026-11-25' })
    await customerOf(world, spm)
    await world.services.db
      .insertInto('gradeChanges')
      .values({
        id: crypto.randomUUID(),
        divisionId: world.divisionId,
        customerId: visited,
        fromGrade: 'B',
        toGrade: 'A',
        reason: '立项',
        changedBy: spm.id,
        changedAt: new Date('2026-11-20T10:00:00+08:00'),
        ownerId: spm.id,
      })
      .execute()
    const preview = await adm().departurePreview({ params: { id: spm.id } })
    expect(preview).toMatchObject({
      person: { name: '傅特' },
      customersTotal: 2,
      byGrade: { A: 1, B: 0, C: 1 },
      openNextSteps: 1,
      unreflectedGradeChanges: 1,
      openComplaints: { toDispatch: 0, inCallback: 0 },
      regions: [{ name: '云岭片区' }],
      reports: [],
      obstacles: [],
    })
    expect(preview.customers[0]).toMatchObject({ id: visited, grade: 'A', regionName: '云岭片区' })
    expect(preview.regions[0]?.candidates.map(({ name }) => name)).toEqual(['焦尔', '瓦澜', '韦博', '欧牧'])
    expect(preview.successors.map(({ name, sharesRegion }) => [name, sharesRegion])).toEqual([
      ['焦尔', true],
      ['瓦澜', true],
      ['韦博', false],
      ['欧牧', false],
      ['安培之', false],
    ])
  })

  test('the look at the names of customers is in the audit log (三.1)', async () => {
    await adm().departurePreview({ params: { id: world.people.pm.id } })
    const { rows } = await world.services.pool.query(
      "select subject_id from audit_log where action = 'person.departure_previewed'",
    )
    expect(rows).toEqual([{ subject_id: world.people.pm.id }])
  })

  test('a manager’s people and possible successors are listed, and the last administrator is told to stay', async () => {
    const manager = await adm().departurePreview({ params: { id: world.people.dm.id } })
    expect(manager.reports).toHaveLength(7)
    expect(manager.managers).toEqual([])
    const administrator = await adm().departurePreview({ params: { id: world.people.adm.id } })
    expect(administrator.obstacles).toEqual(['这是最后一位系统管理员，请先指定另一位'])
  })
})
