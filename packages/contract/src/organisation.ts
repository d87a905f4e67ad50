import * as z from 'zod'
import { departure, departurePreview, handedOver } from './departure.ts'
import { endpoint } from './kernel.ts'
import {
  named,
  newPerson,
  person,
  personal,
  position,
  role,
  temporaryPassword,
  version,
} from './person-shapes.ts'
import { id, pageOf, personRef, plainDate, repeated, requiredText } from './shapes.ts'

const division = z
  .object({
    id,
    name: z.string(),
    companyName: z.string(),
    aliases: z.array(z.string()),
    peopleCount: z.int(),
    version: z.int(),
    can: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Division' })
export type Division = z.infer<typeof division>

const divisionInputs = {
  name: requiredText('事业部名称', 60),
  companyName: requiredText('公司名称', 60).default('卓维'),
  aliases: z.array(requiredText('别名', 60)).max(20).default([]),
}

const region = z
  .object({
    id,
    division: named,
    code: z.string(),
    name: z.string(),
    /** 区域经理 (G5): null only until the region has its first owner. */
    owner: personRef.nullable(),
    members: z.array(personRef),
    version: z.int(),
    can: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Region' })
export type Region = z.infer<typeof region>

const regionCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{1,8}$/, '片区代码为 1 到 8 位字母或数字，用在客户编号里')

export const organisationApi = {
  divisions: endpoint({
    method: 'GET',
    path: '/divisions',
    summary: '事业部列表',
    access: 'people.read',
    reply: z.object({ items: z.array(division), can: z.object({ create: z.boolean() }) }),
  }),
  createDivision: endpoint({
    method: 'POST',
    path: '/divisions',
    summary: '新建事业部',
    access: 'people.write',
    body: z.object(divisionInputs),
    reply: division,
    problems: ['duplicate_record'],
  }),
  updateDivision: endpoint({
    method: 'PATCH',
    path: '/divisions/:id',
    summary: '修改事业部名称和别名',
    access: 'people.write',
    params: z.object({ id }),
    body: z.object({ ...divisionInputs, version }),
    reply: division,
    problems: ['version_conflict', 'duplicate_record'],
  }),
  regions: endpoint({
    method: 'GET',
    path: '/regions',
    summary: '片区列表，连同片区经理和成员',
    access: 'people.read',
    query: z.object({ divisionId: id.optional() }),
    reply: z.object({ items: z.array(region), can: z.object({ create: z.boolean() }) }),
  }),
  createRegion: endpoint({
    method: 'POST',
    path: '/regions',
    summary: '新建片区',
    access: 'people.write',
    body: z.object({
      divisionId: id,
      name: requiredText('片区名称', 40),
      /** Left out: the initials of the name. */
      code: regionCode.optional(),
    }),
    reply: region,
    problems: ['duplicate_record'],
  }),
  updateRegion: endpoint({
    method: 'PATCH',
    path: '/regions/:id',
    summary: '修改片区名称和代码',
    access: 'people.write',
    params: z.object({ id }),
    body: z.object({ name: requiredText('片区名称', 40), code: regionCode, version }),
    reply: region,
    problems: ['version_conflict', 'duplicate_record'],
  }),
  appointRegionOwner: endpoint({
    method: 'PUT',
    path: '/regions/:id/owner',
    summary: '指定片区经理（每个片区一人）',
    access: 'people.write',
    clause: '二.2.1)(14)',
    params: z.object({ id }),
    body: z.object({ ownerId: id, version }),
    reply: region,
    problems: ['version_conflict'],
  }),
  people: endpoint({
    method: 'GET',
    path: '/people',
    summary: '人员列表',
    access: 'people.read',
    query: z.object({
      divisionId: repeated(id),
      regionId: repeated(id),
      role: repeated(role),
      state: z.enum(['current', 'left', 'all']).default('current'),
      search: z.string().trim().max(60).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: pageOf(person).extend({
      can: z.object({ onboard: z.boolean() }),
      /** How many of each role the list would show without the choice of a role. */
      roles: z.array(z.object({ role, people: z.int() })),
      /** For the administrator: places that nobody fills yet. */
      gaps: z.array(z.object({ text: z.string(), label: z.string(), to: z.string() })),
    }),
  }),
  person: endpoint({
    method: 'GET',
    path: '/people/:id',
    summary: '一位人员',
    access: 'people.read',
    params: z.object({ id }),
    reply: person,
  }),
  onboard: endpoint({
    method: 'POST',
    path: '/people',
    summary: '新员工入职：人员、岗位、片区、上司和初始密码一次办完',
    access: 'people.write',
    // Its reply carries a password, which the store of repeated answers must not keep.
    ownTransaction: true,
    body: newPerson,
    reply: temporaryPassword,
    problems: ['duplicate_record'],
  }),
  updatePerson: endpoint({
    method: 'PATCH',
    path: '/people/:id',
    summary: '修改人员资料',
    access: 'people.write',
    params: z.object({ id }),
    body: z.object({ ...personal, version }),
    reply: person,
    problems: ['version_conflict', 'duplicate_record'],
  }),
  reassign: endpoint({
    method: 'PUT',
    path: '/people/:id/position',
    summary: '调整岗位、片区、上司或考勤员',
    access: 'people.write',
    clause: '二.1',
    params: z.object({ id }),
    body: z.object({ ...position, version }),
    reply: person,
    problems: ['version_conflict', 'handover_due', 'last_administrator'],
  }),
  departurePreview: endpoint({
    method: 'GET',
    path: '/people/:id/departure',
    summary: '离职交接预览：名下有什么，可以交给谁',
    access: 'people.write',
    params: z.object({ id }),
    reply: departurePreview,
  }),
  depart: endpoint({
    method: 'PUT',
    path: '/people/:id/departure',
    summary: '办理离职：客户、片区、下属、没做完的交办和遗留问题一次交接',
    access: 'people.write',
    params: z.object({ id }),
    body: departure,
    reply: handedOver,
    problems: ['version_conflict', 'handover_due', 'last_administrator'],
  }),
  reinstate: endpoint({
    method: 'DELETE',
    path: '/people/:id/departure',
    summary: '撤销离职，或重新入职',
    access: 'people.write',
    params: z.object({ id }),
    body: z.object({
      /** A new entry date makes it a return after an absence; obligations start there. */
      entryDate: plainDate.nullish().transform((date) => date ?? null),
      /** Customers handed over by the departure come back where their receiver still has them. */
      returnCustomers: z.boolean().default(true),
      version,
    }),
    reply: z.object({ person, customers: z.int() }),
    problems: ['version_conflict'],
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/people/:id/password',
    summary: '重置密码，得到只显示一次的初始密码',
    access: 'people.write',
    // Its reply carries a password, which the store of repeated answers must not keep.
    ownTransaction: true,
    params: z.object({ id }),
    body: z.object({ version }),
    reply: temporaryPassword,
    problems: ['version_conflict'],
  }),
  signOutEverywhere: endpoint({
    method: 'DELETE',
    path: '/people/:id/sessions',
    summary: '让一位人员在所有设备上退出',
    access: 'people.write',
    params: z.object({ id }),
    reply: z.object({ revoked: z.int() }),
  }),
}
