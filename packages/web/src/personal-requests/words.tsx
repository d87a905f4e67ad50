import type { PersonalRequest } from '@zhuowei/contract/personal-requests.ts'
import { personalRequestKindLabel, personalRequestStateLabel } from '@zhuowei/domain/profiles/request.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const tones: Record<PersonalRequest['state'], Tone> = {
  open: 'amber',
  approved: 'brand',
  done: 'green',
  refused: 'grey',
}

export function RequestState({ state }: Pick<PersonalRequest, 'state'>) {
  return <StateTag tone={tones[state]}>{personalRequestStateLabel[state]}</StateTag>
}

export const isOpen = ({ state }: PersonalRequest) => state === 'open' || state === 'approved'

/** The administrator knows a request by its number. */
export const titleOf = ({ kind, contact }: PersonalRequest) =>
  contact ? `${contact.name}：${personalRequestKindLabel[kind]}` : personalRequestKindLabel[kind]

/** Every page that may say something else after a step. */
export const changedByRequest = [
  'personalRequests',
  'profiles',
  'customers',
  'contacts',
  'today',
  'notifications',
] as const
