import type { Profile } from '@zhuowei/contract/profiles.ts'
import {
  type ProfileField,
  profileBasisLabel,
  profileFieldLabel,
  profileFields,
} from '@zhuowei/domain/profiles/profile.ts'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { InstantText } from '../ui/DateText.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './profiles.module.css'

interface ProfileWordsProps {
  profile: Profile
  onWrite: (() => void) | undefined
  onClose: () => void
}

/** What is known, and on what it rests; the family opens with one more click (G25). */
export function ProfileWords({ profile, onWrite, onClose }: ProfileWordsProps) {
  const { purpose, basis, source, separateConsent, savedAt, savedBy } = profile
  const written = profileFields.filter((field) => field !== 'family' && profile[field])
  return (
    <Panel
      title="内容"
      note="离开后再看要重新写事由"
      extra={
        <Button size="small" onClick={onClose}>
          收起
        </Button>
      }
    >
      <dl className={styles.words}>
        {written.map((field) => (
          <Fact key={field} label={profileFieldLabel[field]}>
            {profile[field]}
          </Fact>
        ))}
        {profile.family && (
          <Fact label={profileFieldLabel.family}>
            <Family words={profile.family} />
          </Fact>
        )}
        {blanksOf(profile) && <Fact label="没填">{blanksOf(profile)}</Fact>}
      </dl>
      <dl className={styles.grounds}>
        <Fact label="目的">{purpose}</Fact>
        <Fact label="依据">
          {profileBasisLabel[basis]}
          {separateConsent && '，敏感信息已取得单独同意'}
        </Fact>
        <Fact label="来源">{source}</Fact>
        <Fact label="填写">
          {savedBy.name}，<InstantText at={savedAt} />
        </Fact>
      </dl>
      {onWrite && (
        <div className={styles.buttons}>
          <Button type="primary" onClick={onWrite}>
            修改
          </Button>
        </div>
      )}
    </Panel>
  )
}

function Family({ words }: { words: string }) {
  const [open, setOpen] = useState(false)
  if (open) return words
  return (
    <Button size="small" onClick={() => setOpen(true)}>
      展开家庭
    </Button>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const blanksOf = (profile: Record<ProfileField, string>) =>
  profileFields
    .filter((field) => !profile[field])
    .map((field) => profileFieldLabel[field])
    .join('、')
