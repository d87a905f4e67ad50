import { type ProfileField, profileBases, profileFieldLabel } from '@zhuowei/domain/profiles/profile.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { anyText, id, instant, personRef, plainDate, reasonText, requiredText } from './shapes.ts'

const words = (field: ProfileField) => anyText(profileFieldLabel[field], 1000).default('')
const content = z.object({
  experience: words('experience'),
  education: words('education'),
  expertise: words('expertise'),
  interests: words('interests'),
  habits: words('habits'),
  behaviour: words('behaviour'),
  career: words('career'),
  family: words('family'),
})

/** Why it may be kept: asked whenever it is saved or kept longer. */
const grounds = {
  purpose: requiredText('目的', 200),
  basis: z.enum(profileBases, '请选择依据'),
  source: requiredText('来源', 200),
}
const version = z.int('缺少版本号').min(0)

const profile = z
  .object({
    ...content.shape,
    purpose: z.string(),
    basis: z.enum(profileBases),
    source: z.string(),
    separateConsent: z.boolean(),
    savedAt: instant,
    savedBy: personRef,
    version: z.int(),
  })
  .meta({ id: 'ContactProfile' })
export type Profile = z.output<typeof profile>

/** That there is one, and until when; nothing of what it says. */
const profileStatus = z
  .object({
    contact: z.object({ id, name: z.string(), position: z.string() }),
    customer: z.object({ id, name: z.string() }),
    /** `off`: the division does not use them. `hidden`: expired, waiting to be purged. */
    state: z.enum(['off', 'none', 'kept', 'hidden']),
    expiresOn: plainDate.nullable(),
    purgeOn: plainDate.nullable(),
    version: z.int(),
    can: z.object({ view: z.boolean(), save: z.boolean(), renew: z.boolean(), remove: z.boolean() }),
  })
  .meta({ id: 'ContactProfileStatus' })
export type ProfileStatus = z.output<typeof profileStatus>

const profileInput = content
  .extend({
    ...grounds,
    /** 个人信息保护法 29: the person consented to exactly the sensitive data that stands in the text. */
    separateConsent: z.boolean().default(false),
    version,
  })
  .meta({ id: 'ContactProfileInput' })
export type ProfileInput = z.output<typeof profileInput>

const renewal = z.object({ ...grounds, version })
export type ProfileRenewal = z.output<typeof renewal>

const params = z.object({ id })
const shared = { path: '/contacts/:id/profile', clause: '六.3.1)④', params, unkept: true } as const

export const profilesApi = {
  status: endpoint({
    ...shared,
    method: 'GET',
    summary: '联系人有没有受限画像，保存到哪天（不含内容）',
    access: 'profiles.read',
    reply: profileStatus,
  }),
  view: endpoint({
    ...shared,
    method: 'POST',
    path: '/contacts/:id/profile-views',
    summary: '查看受限画像，写明事由（留痕）',
    access: 'profiles.read',
    body: z.object({ reason: reasonText('查看事由') }),
    reply: profile,
    problems: ['window_closed'],
  }),
  save: endpoint({
    ...shared,
    method: 'PUT',
    summary: '填写受限画像，写明目的、依据和来源',
    access: 'profiles.write',
    body: profileInput,
    reply: profileStatus,
    problems: ['version_conflict', 'window_closed'],
  }),
  renew: endpoint({
    ...shared,
    method: 'PUT',
    path: '/contacts/:id/profile/renewal',
    summary: '继续保留到期的受限画像',
    access: 'profiles.write',
    body: renewal,
    reply: profileStatus,
    problems: ['version_conflict', 'window_closed'],
  }),
  remove: endpoint({
    ...shared,
    method: 'DELETE',
    summary: '清除受限画像，不能恢复',
    access: 'profiles.write',
    reply: profileStatus,
  }),
}
