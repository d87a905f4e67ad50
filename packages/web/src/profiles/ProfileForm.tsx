import { useQueryClient } from '@tanstack/react-query'
import type { Profile, ProfileStatus } from '@zhuowei/contract/profiles.ts'
import {
  emptyProfile,
  type ProfileContent,
  type ProfileField,
  profileFieldLabel,
  profileFields,
} from '@zhuowei/domain/profiles/profile.ts'
import { type SensitiveKind, sensitiveIn, sensitiveKindLabel } from '@zhuowei/domain/profiles/sensitive.ts'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { type ProblemForm, useProblemForm } from '../ui/useProblemForm.ts'
import { GroundsInputs } from './GroundsInputs.tsx'
import { type GroundsValues, groundsOf, sent } from './grounds-values.ts'
import styles from './profiles.module.css'

interface ProfileFormProps {
  status: ProfileStatus
  /** What was looked at; null for the first one. */
  profile: Profile | null
  onCancel: () => void
  onStale: () => void
}

type Values = ProfileContent & GroundsValues & { separateConsent: boolean }

/** Deliberately without a draft: such words stay on no device. */
export function ProfileForm({ status, profile, onCancel, onStale }: ProfileFormProps) {
  const queryClient = useQueryClient()
  const say = useUndo()
  const { contact, version } = status
  const form = useProblemForm<Values, ProfileStatus>({
    initial: startOf(profile),
    send: ({ separateConsent, purpose, basis, source, ...content }) =>
      client.profiles.save({
        params: { id: contact.id },
        body: { ...content, ...sent({ purpose, basis, source }), separateConsent, version },
      }),
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: ['profiles'] })
      say({ text: `已保存${contact.name}的受限画像` })
    },
  })
  const isSensitive = profileFields.some((field) => sensitiveIn(form.values[field]).length > 0)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <Panel title="内容" note="只写业务需要的；不填的留空">
        <FormFields>
          {profileFields
            .filter((field) => field !== 'family')
            .map((field) => (
              <Words key={field} form={form} field={field} />
            ))}
          <Family form={form} />
          {isSensitive && (
            <FormField form={form} name="separateConsent" label="敏感个人信息">
              {({ id, value }) => (
                <Checkbox
                  id={id}
                  checked={value}
                  onChange={({ target }) => form.set('separateConsent', target.checked)}
                >
                  本人已单独同意我们保存这些内容
                </Checkbox>
              )}
            </FormField>
          )}
        </FormFields>
      </Panel>
      <Panel title="凭什么保存">
        <GroundsInputs form={form} />
      </Panel>
      {form.refusal !== null && (
        <RefusalBox
          error={form.refusal}
          ways={
            form.problem?.code === 'version_conflict' && (
              <Button type="link" size="small" onClick={onStale}>
                放弃修改，重新查看
              </Button>
            )
          }
        />
      )}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          保存
        </Button>
        <Button onClick={onCancel}>取消</Button>
        <span className={styles.note}>不在这台设备上留草稿，离开页面就没有了。</span>
      </div>
    </form>
  )
}

function Words({ form, field }: { form: ProblemForm<Values>; field: ProfileField }) {
  const kinds = sensitiveIn(form.values[field])
  return (
    <FormField
      form={form}
      name={field}
      label={profileFieldLabel[field]}
      help={kinds.length > 0 && <Warning kinds={kinds} />}
    >
      {({ status, ...control }) => (
        <Input.TextArea
          {...control}
          status={status || (kinds.length > 0 ? 'warning' : '')}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={1000}
          autoComplete="off"
          onChange={({ target }) => form.set(field, target.value)}
        />
      )}
    </FormField>
  )
}

/** Closed until somebody has a reason to write it, because it easily holds what the law protects most. */
function Family({ form }: { form: ProblemForm<Values> }) {
  const [open, setOpen] = useState(form.values.family !== '')
  if (open) return <Words form={form} field="family" />
  return (
    <div>
      <Button onClick={() => setOpen(true)}>填写家庭</Button>
      <p className={styles.note}>家庭情况容易涉及未成年人和健康，没有业务需要不要写。</p>
    </div>
  )
}

function Warning({ kinds }: { kinds: readonly SensitiveKind[] }) {
  return (
    <span className={styles.warning}>
      像是{kinds.map((kind) => sensitiveKindLabel[kind]).join('、')}
      ：删去，或取得本人单独同意后在下面勾选。
    </span>
  )
}

function startOf(profile: Profile | null): Values {
  const content = { ...emptyProfile }
  for (const field of profileFields) content[field] = profile?.[field] ?? ''
  return { ...content, ...groundsOf(profile), separateConsent: profile?.separateConsent ?? false }
}
