import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { client, read } from '../app/client.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { Door } from './Door.tsx'
import { enter } from './enter.ts'
import { newPasswordPrompt } from './new-password.ts'
import { PasswordInput, useCapsLock } from './PasswordInput.tsx'

const route = getRouteApi('/setup')

/** The first minutes of an empty system: the division and whoever administers it. */
export function SetupPage() {
  const { token } = route.useSearch()
  const state = useQuery(read('session', 'setupState', { query: { token } }))
  if (state.error) {
    return (
      <Door title="开始使用">
        <RefusalBox error={state.error} onRetry={() => void state.refetch()} />
      </Door>
    )
  }
  if (!state.data) return <Door title="开始使用">{null}</Door>
  if (!state.data.linkWorks) return <Closed open={state.data.open} hasToken={Boolean(token)} />
  return <SetupForm token={token ?? ''} />
}

function SetupForm({ token }: { token: string }) {
  const router = useRouter()
  const [capsHint, onCapsLock] = useCapsLock()
  const form = useProblemForm({
    initial: {
      divisionName: '电力事业部',
      regionNames: [] as string[],
      name: '',
      username: '',
      password: '',
    },
    send: (values) => client.session.setup({ body: { ...values, token } }),
    onDone: (session) => enter(router.history, session, '/'),
  })
  const text = (name: 'divisionName' | 'name' | 'username', label: string, prompt?: string) => (
    <FormField form={form} name={name} label={label} prompt={prompt} required>
      {(control) => (
        <Input
          {...control}
          size="large"
          autoComplete={name === 'username' ? 'username' : 'off'}
          autoCapitalize="none"
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
    </FormField>
  )
  return (
    <Door title="开始使用" note="建立事业部和第一位系统管理员；其他人员、片区和客户登录后再建。">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        {text('divisionName', '事业部名称')}
        <FormField form={form} name="regionNames" label="片区" prompt="回车添加；也可以以后再建">
          {({ value, ...control }) => (
            <Select
              {...control}
              mode="tags"
              size="large"
              open={false}
              suffixIcon={null}
              placeholder="例如 云岭片区"
              tokenSeparators={[',', '，', '、', ' ']}
              value={value}
              onChange={(names: string[]) => form.set('regionNames', names)}
            />
          )}
        </FormField>
        {text('name', '您的姓名')}
        {text('username', '用户名', '登录用，一般为姓名拼音')}
        <FormField
          form={form}
          name="password"
          label="密码"
          required
          help={capsHint ?? newPasswordPrompt(form.values.password)}
        >
          {(control) => (
            <PasswordInput
              control={control}
              size="large"
              purpose="new-password"
              onChange={(value) => form.set('password', value)}
              onCapsLock={onCapsLock}
            />
          )}
        </FormField>
        <Button type="primary" size="large" block htmlType="submit" loading={form.submitting}>
          建立并登录
        </Button>
      </form>
    </Door>
  )
}

function Closed({ open, hasToken }: { open: boolean; hasToken: boolean }) {
  return (
    <Door title="开始使用">
      <RefusalBox
        title={!open ? '已经有系统管理员' : hasToken ? '这个链接已经失效' : '这个地址缺少凭证'}
        reason={
          open
            ? '请打开启动终端里最后打印的完整链接；重新启动会打印一个新的链接。'
            : '一次性链接已经失效。新的人员由系统管理员在“设置，人员”里建立。'
        }
        ways={
          <Button type="link" size="small" href="/sign-in">
            去登录
          </Button>
        }
      />
    </Door>
  )
}
