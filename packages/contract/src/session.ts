import { roles } from '@zhuowei/domain/organisation/roles.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, plainDate, requiredText } from './shapes.ts'

/** Small letters as they will be stored; full-width input from a Chinese keyboard is the same name. */
export const username = z
  .string('请填写用户名')
  .trim()
  .min(1, '请填写用户名')
  .transform((text) => text.normalize('NFKC').toLowerCase())
  .pipe(z.string().regex(/^[a-z][a-z0-9._-]{1,29}$/, '用户名为 2 到 30 位小写字母、数字或 . _ -，以字母开头'))

/** 10 characters or more of anything; length protects better than prescribed signs. */
export const newPassword = z
  .string('请填写密码')
  .min(10, '密码至少 10 个字符')
  .max(128, '密码不能超过 128 个字符')

const password = z.string('请填写密码').min(1, '请填写密码').max(128, '密码不能超过 128 个字符')

const currentSession = z
  .object({
    person: z.object({
      id,
      name: z.string(),
      username: z.string(),
      employeeNo: z.string(),
      role: z.enum(roles),
    }),
    roleLabel: z.string(),
    attendanceClerk: z.boolean(),
    division: z.object({ id, name: z.string() }).nullable(),
    regions: z.array(z.object({ id, name: z.string(), owned: z.boolean() })),
    /** 三.7 what the person says on the phone. */
    greeting: z.string(),
    /** The rows of the role matrix in which the person has a right; the navigation is drawn from it. */
    rights: z.array(z.string()),
    passwordChangeDue: z.boolean(),
    confidentialityDue: z.boolean(),
    now: instant,
    today: plainDate,
    week: z.object({ year: z.int(), week: z.int() }),
    demo: z.boolean(),
  })
  .meta({ id: 'CurrentSession' })

const openSession = z
  .object({
    id,
    current: z.boolean(),
    device: z.string(),
    address: z.string(),
    signedInAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'OpenSession' })

const demoPerson = z
  .object({ name: z.string(), username: z.string(), roleLabel: z.string(), hint: z.string() })
  .meta({ id: 'DemoPerson' })

export const sessionApi = {
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    summary: '登录',
    access: 'public',
    ownTransaction: true,
    body: z.object({
      username: requiredText('用户名', 100),
      password,
      /** Stay signed in on this device for 30 days instead of one. */
      remember: z.boolean().default(false),
    }),
    reply: currentSession,
    problems: ['sign_in_failed', 'sign_in_locked'],
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/session',
    summary: '退出登录',
    access: 'session',
  }),
  current: endpoint({
    method: 'GET',
    path: '/session',
    summary: '我是谁，能做什么，现在几点',
    access: 'session',
    reply: currentSession,
  }),
  list: endpoint({
    method: 'GET',
    path: '/session/devices',
    summary: '我登录着的设备',
    access: 'session',
    reply: z.object({ items: z.array(openSession) }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/session/devices/:id',
    summary: '让我的一台设备退出',
    access: 'session',
    params: z.object({ id }),
  }),
  revokeOthers: endpoint({
    method: 'DELETE',
    path: '/session/devices',
    summary: '让我的其他设备都退出',
    access: 'session',
    reply: z.object({ revoked: z.int() }),
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/session/password',
    summary: '修改自己的密码，其他设备随即退出',
    access: 'session',
    body: z.object({ oldPassword: password, newPassword }),
  }),
  confidentiality: endpoint({
    method: 'GET',
    path: '/session/confidentiality',
    summary: '保密承诺的内容和本人上次确认的时间',
    access: 'session',
    clause: '三.1',
    reply: z.object({
      version: z.string(),
      clause: z.string(),
      text: z.string(),
      acknowledgedAt: instant.nullable(),
      due: z.boolean(),
    }),
  }),
  acknowledgeConfidentiality: endpoint({
    method: 'POST',
    path: '/session/confidentiality',
    summary: '确认保密承诺（首次登录和每年一次）',
    access: 'session',
    clause: '三.1',
    body: z.object({ version: z.string().max(20) }),
  }),
  demoPeople: endpoint({
    method: 'GET',
    path: '/session/demo-people',
    summary: '演示人员，只在演示时有内容',
    access: 'public',
    reply: z.object({ password: z.string().nullable(), items: z.array(demoPerson) }),
  }),
  setupState: endpoint({
    method: 'GET',
    path: '/setup',
    summary: '是否还没有系统管理员，链接是否还有效',
    access: 'public',
    query: z.object({ token: z.string().max(200).optional() }),
    reply: z.object({ open: z.boolean(), linkWorks: z.boolean() }),
  }),
  setup: endpoint({
    method: 'POST',
    path: '/setup',
    summary: '用一次性链接建立事业部和第一位系统管理员，并登录',
    access: 'public',
    ownTransaction: true,
    body: z.object({
      token: z.string('缺少链接中的凭证').min(1, '缺少链接中的凭证').max(200),
      divisionName: requiredText('事业部名称', 60),
      name: requiredText('姓名', 40),
      username,
      password: newPassword,
      employeeNo: optionalText('工号', 30),
      regionNames: z.array(requiredText('片区名称', 40)).max(50).default([]),
    }),
    reply: currentSession,
    problems: ['setup_closed', 'duplicate_record'],
  }),
}
