import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useEffect } from 'react'
import { client, read } from '../app/client.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { Door } from './Door.tsx'
import { enter } from './enter.ts'
import { PasswordInput, useCapsLock } from './PasswordInput.tsx'
import styles from './SignInPage.module.css'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const router = useRouter()
  const { target } = route.useSearch()
  const demo = useQuery(read('session', 'demoPeople')).data
  const [capsHint, onCapsLock] = useCapsLock()
  const form = useProblemForm({
    initial: { username: '', password: '', remember: false },
    send: (body) => client.session.signIn({ body }),
    onDone: (session) => enter(router.history, session, target),
  })
  const passwordId = form.control('password').id
  useEffect(() => {
    if (form.refusal !== null) document.getElementById(passwordId)?.focus()
  }, [form.refusal, passwordId])
  return (
    <Door
      title="登录"
      aside={demo && demo.items.length > 0 && <DemoPeople demo={demo} target={target} />}
      foot={<span>忘记密码，请联系系统管理员重置</span>}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <FormField form={form} name="username" label="用户名">
          {(control) => (
            <Input
              {...control}
              size="large"
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => form.set('username', event.target.value)}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="password"
          label="密码"
          help={capsHint && <span className={styles.hint}>{capsHint}</span>}
        >
          {(control) => (
            <PasswordInput
              control={control}
              size="large"
              purpose="current-password"
              onChange={(value) => form.set('password', value)}
              onCapsLock={onCapsLock}
            />
          )}
        </FormField>
        <Checkbox
          checked={form.values.remember}
          onChange={(event) => form.set('remember', event.target.checked)}
        >
          30 天内在这台设备上免登录
        </Checkbox>
        <Button type="primary" size="large" block htmlType="submit" loading={form.submitting}>
          登录
        </Button>
      </form>
    </Door>
  )
}
