import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import { client } from '../app/client.ts'
import { rememberSession } from '../app/remembered-session.ts'
import { type Session, sessionQuery } from '../app/session.ts'
import { signedInAgain, useSignInAgain } from '../app/sign-in-again.ts'
import { signInAddress } from '../app/sign-in-redirect.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { PasswordInput, useCapsLock } from './PasswordInput.tsx'
import styles from './SignInAgain.module.css'

/** The session ended while somebody works: the password over the page as it stands, then everything goes on. */
export function SignInAgain() {
  const queryClient = useQueryClient()
  const { asked } = useSignInAgain()
  const session = queryClient.getQueryData<Session>(sessionQuery.queryKey)
  return asked && session ? <Dialog session={session} /> : null
}

function Dialog({ session }: { session: Session }) {
  const queryClient = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const phone = usePhone()
  const [capsHint, onCapsLock] = useCapsLock()
  const { name, username } = session.person
  const here = window.location.pathname + window.location.search
  const form = useProblemForm({
    initial: { password: '', remember: phone },
    send: (values) => client.session.signIn({ body: { ...values, username } }),
    onDone: (renewed) => {
      rememberSession(renewed)
      queryClient.setQueryData(sessionQuery.queryKey, renewed)
      // Another step stands before the work; what was typed waits in its draft.
      if (renewed.passwordChangeDue || renewed.confidentialityDue) return window.location.reload()
      signedInAgain()
      void queryClient.invalidateQueries()
    },
  })
  const passwordId = form.control('password').id
  useEffect(() => dialog.current?.showModal(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a wrong password it is typed again
  useEffect(() => document.getElementById(passwordId)?.focus(), [passwordId, form.refusal])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${passwordId}-title`}
      onCancel={(event) => event.preventDefault()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <h2 id={`${passwordId}-title`}>登录已过期</h2>
        <p>{name}，刚才写的还在这一页上，登录后接着做，没发出去的会自动再发。</p>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <input type="hidden" autoComplete="username" value={username} readOnly />
        <FormField form={form} name="password" label={`${username} 的密码`} help={capsHint}>
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
          登录并继续
        </Button>
        <Button type="link" size="small" href={signInAddress(here)}>
          不是{name}，换人登录
        </Button>
      </form>
    </dialog>
  )
}
