import type { Profile } from '@zhuowei/contract/profiles.ts'
import type { ProfileBasis } from '@zhuowei/domain/profiles/profile.ts'

export interface GroundsValues {
  purpose: string
  basis: ProfileBasis | ''
  source: string
}

export const groundsOf = (profile: Profile | null): GroundsValues => ({
  purpose: profile?.purpose ?? '',
  basis: profile?.basis ?? '',
  source: profile?.source ?? '',
})

/** The server says which of them is missing. */
export const sent = ({ purpose, basis, source }: GroundsValues) => ({
  purpose,
  basis: basis as ProfileBasis, // an empty one is refused with the sentence beside the field
  source,
})
