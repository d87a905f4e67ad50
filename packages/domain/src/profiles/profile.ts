import { codesOf } from '../codes.ts'

/** 六.3.1)④ what is known about a person beyond the card, in the order of the clause; “须好” reads 嗜好. */
export const profileFieldLabel = {
  experience: '个人经历',
  education: '教育',
  expertise: '专长',
  interests: '兴趣',
  habits: '嗜好',
  behaviour: '行为特点',
  career: '生涯',
  family: '家庭',
} as const
export type ProfileField = keyof typeof profileFieldLabel
export const profileFields = codesOf(profileFieldLabel)
export type ProfileContent = Record<ProfileField, string>

/** G25: on what the keeping rests; without one of these nothing is kept. */
export const profileBasisLabel = {
  consent: '本人同意',
  public: '本人公开',
  provided: '业务交往中本人提供',
} as const
export type ProfileBasis = keyof typeof profileBasisLabel
export const profileBases = codesOf(profileBasisLabel)

export const emptyProfile: ProfileContent = {
  experience: '',
  education: '',
  expertise: '',
  interests: '',
  habits: '',
  behaviour: '',
  career: '',
  family: '',
}

export const isEmptyProfile = (content: ProfileContent): boolean =>
  profileFields.every((field) => content[field].trim() === '')
