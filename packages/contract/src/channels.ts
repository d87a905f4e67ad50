import { topics } from '@zhuowei/domain/channels/kinds.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, pageOf, personRef, repeated, requiredText } from './shapes.ts'

export const channelLabel = { mail: '邮件', push: '设备推送', robot: '群机器人' } as const
export type DeliveryChannel = keyof typeof channelLabel
export const providerLabel = { wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' } as const
export type RobotProvider = keyof typeof providerLabel
export const deliveryStateLabel = {
  waiting: '待发',
  sending: '正在发',
  sent: '已发出',
  failed: '没有送到',
  dropped: '不再发',
} as const

export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'dropped'] as const
const channel = z.enum(['mail', 'push', 'robot'])
const provider = z.enum(['wecom', 'dingtalk', 'feishu'], '请选择哪一家的群')
const topic = z.enum(topics)
const security = z.enum(['tls', 'starttls', 'none'], '请选择加密方式')
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为 21:30 这样的格式')
  .nullable()

const address = (label: string) =>
  z
    .string(`请填写${label}`)
    .trim()
    .max(200, `${label}太长`)
    .pipe(z.email(`${label}不是邮箱地址`))

const mailSettings = z
  .object({
    enabled: z.boolean(),
    host: z.string(),
    port: z.int(),
    security,
    username: z.string().nullable(),
    /** The password itself is never shown again. */
    hasPassword: z.boolean(),
    fromAddress: z.string(),
    fromName: z.string(),
    version: z.int(),
  })
  .meta({ id: 'MailSettings' })
export type MailSettings = z.infer<typeof mailSettings>

const changedMail = z
  .object({
    enabled: z.boolean(),
    host: requiredText('服务器', 200).regex(/^[\w.:-]*$/, '服务器应为域名或地址，不带 http://'),
    port: z.int('端口应为 1 到 65535 的整数').min(1, '端口应为 1 到 65535').max(65535, '端口应为 1 到 65535'),
    security,
    username: optionalText('用户名', 200),
    /** Left out: the one that is stored stays. */
    password: z.string().max(200, '密码太长').nullish(),
    fromAddress: address('发件地址'),
    fromName: requiredText('发件人', 60).regex(/^[^<>"@]*$/, '发件人里不能有 < > " @'),
    /** 0 while there are none yet. */
    version: z.int(),
  })
  .meta({ id: 'ChangedMailSettings' })
export type ChangedMail = z.output<typeof changedMail>

const robot = z
  .object({
    id,
    division: z.object({ id, name: z.string() }),
    provider,
    name: z.string(),
    enabled: z.boolean(),
    /** Host and last characters; the rest works like a password. */
    addressHint: z.string(),
    hasSecret: z.boolean(),
    kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
    version: z.int(),
  })
  .meta({ id: 'GroupRobot' })
export type GroupRobot = z.infer<typeof robot>

const robotInputs = {
  name: requiredText('群名', 40),
  enabled: z.boolean().default(true),
  secret: optionalText('加签密钥', 200),
}
const webhook = requiredText('机器人地址', 500).pipe(z.url('机器人地址应是完整的网址'))

const newRobot = z
  .object({ divisionId: z.uuid('请选择事业部'), provider, address: webhook, ...robotInputs })
  .meta({ id: 'NewGroupRobot' })
export type NewRobot = z.output<typeof newRobot>

const changedRobot = z
  .object({
    ...robotInputs,
    /** Left out: the stored address and secret stay. */
    address: webhook.nullish(),
    version: z.int(),
  })
  .meta({ id: 'ChangedGroupRobot' })
export type ChangedRobot = z.output<typeof changedRobot>

const group = z
  .object({
    id,
    provider,
    name: z.string(),
    enabled: z.boolean(),
    /** Every kind that is fit for a group, and whether this one gets it. */
    kinds: z.array(z.object({ kind: z.string(), label: z.string(), chosen: z.boolean() })),
    version: z.int(),
  })
  .meta({ id: 'GroupOfRobot' })

const testResult = z
  .object({
    results: z.array(z.object({ channel, to: z.string(), sent: z.boolean(), detail: z.string().nullable() })),
  })
  .meta({ id: 'TestSendResult' })
export type TestResult = z.infer<typeof testResult>

const delivery = z
  .object({
    id,
    at: instant,
    channel,
    kind: z.string(),
    /** Who or which group, never what. */
    person: personRef.nullable(),
    to: z.string().nullable(),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    reason: z.string().nullable(),
    nextAt: instant.nullable(),
    doneAt: instant.nullable(),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof delivery>

const deliveryQuery = z.object({
  state: repeated(z.enum(deliveryStates)),
  channel: repeated(channel),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type DeliveryQuery = z.output<typeof deliveryQuery>

const choices = z
  .object({
    /** Where mail would go; null when the directory has no address, and whether the house sends mail at all. */
    mail: z.object({ address: z.string().nullable(), enabled: z.boolean(), topics: z.array(topic) }),
    push: z.object({
      publicKey: z.string(),
      topics: z.array(topic),
      devices: z.array(z.object({ id, label: z.string(), createdAt: instant })),
    }),
    /** What holds for this person; `own` when it is not the division's. */
    quiet: z.object({ from: z.string(), to: z.string(), own: z.boolean() }),
    onLeave: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'ReminderChoices' })
export type ReminderChoices = z.infer<typeof choices>

const changedChoices = z
  .object({
    mailTopics: z.array(topic).max(topics.length),
    pushTopics: z.array(topic).max(topics.length),
    /** Both null: as the division has it. */
    quietFrom: clockTime,
    quietTo: clockTime,
    onLeave: z.boolean(),
    version: z.int(),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    path: ['quietTo'],
    error: '免打扰的开始和结束要一起填',
  })
  .meta({ id: 'ChangedReminderChoices' })
export type ChangedChoices = z.output<typeof changedChoices>

const keyText = z.string().regex(/^[\w-]+={0,2}$/, '设备给的密钥不对')
const newDevice = z
  .object({
    endpoint: z.url('设备给的地址不对').max(1000),
    keys: z.object({ p256dh: keyText.max(200), auth: keyText.max(100) }),
  })
  .meta({ id: 'NewPushDevice' })
export type NewDevice = z.output<typeof newDevice>

const params = z.object({ id })

export const channelsApi = {
  settings: endpoint({
    method: 'GET',
    path: '/channels',
    summary: '外发渠道：邮件服务器和群机器人',
    access: 'channels.configure',
    reply: z
      .object({
        mail: mailSettings.nullable(),
        robots: z.array(robot),
        /** False where nothing leaves this installation, as in the demonstration. */
        sends: z.boolean(),
      })
      .meta({ id: 'ChannelSettings' }),
  }),
  saveMail: endpoint({
    method: 'PUT',
    path: '/channels/mail',
    summary: '设置邮件服务器',
    access: 'channels.configure',
    body: changedMail,
    reply: mailSettings,
    problems: ['version_conflict'],
  }),
  testMail: endpoint({
    method: 'POST',
    path: '/channels/mail/tests',
    summary: '发一封测试邮件',
    access: 'channels.configure',
    ownTransaction: true,
    reply: testResult,
    problems: ['too_many_requests'],
  }),
  addRobot: endpoint({
    method: 'POST',
    path: '/channels/robots',
    summary: '登记一个群机器人',
    access: 'channels.configure',
    body: newRobot,
    reply: robot,
    problems: ['duplicate_record'],
  }),
  updateRobot: endpoint({
    method: 'PUT',
    path: '/channels/robots/:id',
    summary: '修改群机器人',
    access: 'channels.configure',
    params,
    body: changedRobot,
    reply: robot,
    problems: ['version_conflict'],
  }),
  removeRobot: endpoint({
    method: 'DELETE',
    path: '/channels/robots/:id',
    summary: '删除群机器人',
    access: 'channels.configure',
    params,
  }),
  testRobot: endpoint({
    method: 'POST',
    path: '/channels/robots/:id/tests',
    summary: '向群里发一条测试',
    access: 'channels.configure',
    ownTransaction: true,
    params,
    reply: testResult,
    problems: ['too_many_requests'],
  }),
  deliveries: endpoint({
    method: 'GET',
    path: '/channels/deliveries',
    summary: '投递记录：发给谁、哪一类、结果，没有内容',
    access: 'channels.configure',
    query: deliveryQuery,
    reply: pageOf(delivery).meta({ id: 'DeliveryPage' }),
  }),
  groups: endpoint({
    method: 'GET',
    path: '/channels/groups',
    summary: '本事业部的群各收哪几类',
    access: 'channels.assign',
    reply: z.array(group),
  }),
  setGroupKinds: endpoint({
    method: 'PUT',
    path: '/channels/groups/:id/kinds',
    summary: '定一个群收哪几类',
    access: 'channels.assign',
    params,
    body: z.object({ kinds: z.array(z.string().max(40)).max(40), version: z.int() }),
    reply: group,
    problems: ['version_conflict'],
  }),
  mine: endpoint({
    method: 'GET',
    path: '/reminder-choices',
    summary: '我的提醒方式',
    access: 'member',
    reply: choices,
  }),
  choose: endpoint({
    method: 'PUT',
    path: '/reminder-choices',
    summary: '改我的提醒方式',
    access: 'member',
    body: changedChoices,
    reply: choices,
    problems: ['version_conflict'],
  }),
  testMine: endpoint({
    method: 'POST',
    path: '/reminder-choices/tests',
    summary: '给自己发一条测试',
    access: 'member',
    ownTransaction: true,
    reply: testResult,
    problems: ['too_many_requests'],
  }),
  addDevice: endpoint({
    method: 'POST',
    path: '/push-devices',
    summary: '在这台设备上接收推送',
    access: 'member',
    body: newDevice,
    reply: z.object({ id }),
  }),
  removeDevice: endpoint({
    method: 'DELETE',
    path: '/push-devices/:id',
    summary: '这台设备不再接收推送',
    access: 'member',
    params,
  }),
}
