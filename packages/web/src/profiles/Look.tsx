import type { Profile, ProfileStatus } from '@zhuowei/contract/profiles.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { FormField } from '../ui/FormField.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './profiles.module.css'

const usual = ['准备拜访', '核对、更正内容', '本人要求查阅', '准备谈判']

/** 查看事由: asked at each look and kept in the audit (三.1). */
export function Look({ status, onLooked }: { status: ProfileStatus; onLooked: (profile: Profile) => void }) {
  const form = useProblemForm({
    initial: { reason: '' },
    send: ({ reason }) => client.profiles.view({ params: { id: status.contact.id }, body: { reason } }),
    onDone: onLooked,
  })
  return (
    <Panel title="为什么要看" note={<ClauseChip clause="三.1" />}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <ChoiceChips
          label="常用事由"
          value={form.values.reason}
          onChange={(reason) => form.set('reason', reason)}
          options={usual.map((reason) => ({ value: reason, label: reason }))}
        />
        <FormField form={form} name="reason" label="查看事由" required help="姓名、时间和事由记入审计。">
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => form.set('reason', target.value)}
            />
          )}
        </FormField>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={form.submitting}>
            查看
          </Button>
        </div>
      </form>
    </Panel>
  )
}
