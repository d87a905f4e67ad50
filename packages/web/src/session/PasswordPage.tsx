import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { signOut } from '../app/sign-out.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { Door } from './Door.tsx'
import { goOn } from './enter.ts'
import { newPasswordPrompt } from './new-password.ts'
import { PasswordInput, useCapsLock } from './PasswordInput.tsx'

const route = getRouteApi('/password')

/** A password that somebody else chose is changed before anything else. */
export function PasswordPage() {
  const router = useRouter()
  const { target } = route.useSearch()
  const { person, passwordChangeDue } = useSession()
  const [oldHint, onOldCapsLock] = useCapsLock()
  const [newHint, onNewCapsLock] = useCapsLock()
  const form = useProblemForm({
    initial: { oldPassword: '', newPassword: '' },
    send: (body) => client.session.changePassword({ body }),
    onDone: () => void goOn(router.history, target),
  })
  return (
    <Door
      title="设置自己的密码"
      note={
        passwordChangeDue
          ? `${person.name}，现在的密码是管理员给的，先换成只有自己知道的。`
          : `${person.name}，换密码后，其他设备要重新登录。`
      }
      foot={
        <Button type="link" size="small" onClick={signOut}>
          换一个人登录
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <input type="hidden" autoComplete="username" value={person.username} readOnly />
        <FormField form={form} name="oldPassword" label="现在的密码" help={oldHint}>
          {(control) => (
            <PasswordInput
              control={control}
              size="large"
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
              size="large"
              purpose="new-password"
              onChange={(value) => form.set('newPassword', value)}
              onCapsLock={onNewCapsLock}
            />
          )}
        </FormField>
        <Button type="primary" size="large" block htmlType="submit" loading={form.submitting}>
          保存并继续
        </Button>
      </form>
    </Door>
  )
}
