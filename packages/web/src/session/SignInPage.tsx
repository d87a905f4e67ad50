import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useEffect } from 'react'
import { client, read } from '../app/client.ts'
import { lastUsername } from '../app/last-username.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
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
  const isEmpty = useQuery(read('session', 'setupState', { query: {} })).data?.open === true
  const phone = usePhone()
  const [capsHint, onCapsLock] = useCapsLock()
  const form = useProblemForm({
    // In the field nobody signs in every morning; a desk may be shared.
    initial: { username: lastUsername(), password: '', remember: phone },
    send: (body) => client.session.signIn({ body }),
    onDone: (session) => enter(router.history, session, target),
  })
  const passwordId = form.control('password').id
  const isKnown = lastUsername() !== ''
  useEffect(() => {
    if (form.refusal !== null || isKnown) document.getElementById(passwordId)?.focus()
  }, [form.refusal, passwordId, isKnown])
  if (isEmpty) return <NoAdministrator />
  return (
    <Door
      title="登录"
      note={isKnown && target && '登录已过期或已退出；没写完的内容还在这台设备上。'}
      aside={demo && demo.items.length > 0 && <DemoPeople demo={demo} target={target} />}
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
              autoFocus={!isKnown}
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
        <p className={styles.forgotten}>忘记密码，请联系系统管理员重置</p>
      </form>
    </Door>
  )
}

/** A fresh server: nobody can sign in yet. */
function NoAdministrator() {
  return (
    <Door title="还没有管理员" note="请打开启动终端里打印的一次性链接，建立事业部和第一位系统管理员。">
      <p className={styles.forgotten}>重新启动服务会打印一个新的链接；建好以后从这里登录。</p>
    </Door>
  )
}
