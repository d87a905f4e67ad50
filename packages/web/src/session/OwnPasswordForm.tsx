import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './AccountPage.module.css'
import { newPasswordPrompt } from './new-password.ts'
import { PasswordInput, useCapsLock } from './PasswordInput.tsx'

const empty = { oldPassword: '', newPassword: '' }

export function OwnPasswordForm() {
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const [oldHint, onOldCapsLock] = useCapsLock()
  const [newHint, onNewCapsLock] = useCapsLock()
  const form = useProblemForm({
    initial: empty,
    send: (body) => client.session.changePassword({ body }),
    onDone: () => {
      form.change(() => empty)
      void queryClient.invalidateQueries({ queryKey: ['session'] })
      say({ text: '密码已修改，其他设备已退出' })
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <input type="hidden" autoComplete="username" value={person.username} readOnly />
      <FormField form={form} name="oldPassword" label="现在的密码" help={oldHint}>
        {(control) => (
          <PasswordInput
            control={control}
            purpose="current-password"
            onChange={(value) => form.set('oldPassword', value)}
            onCapsLock={onOldCapsLock}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="newPassword"
        label="新密码"
        help={newHint ?? newPasswordPrompt(form.values.newPassword)}
      >
        {(control) => (
          <PasswordInput
            control={control}
            purpose="new-password"
            onChange={(value) => form.set('newPassword', value)}
            onCapsLock={onNewCapsLock}
          />
        )}
      </FormField>
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
      <div>
        <Button htmlType="submit" loading={form.submitting}>
          修改密码
        </Button>
      </div>
    </form>
  )
}
