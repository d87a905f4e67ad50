import { useQueryClient } from '@tanstack/react-query'
import type { MailSettings } from '@zhuowei/contract/channels.ts'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './MailPanel.module.css'
import { TestResults } from './TestResults.tsx'

const securities = {
  tls: '一直加密（TLS，465）',
  starttls: '先连接再加密（STARTTLS，587）',
  none: '不加密（只用于内网）',
}

/** The mail server of the house; a stored password is never shown again. */
export function MailPanel({ mail }: { mail: MailSettings | null }) {
  const [editing, setEditing] = useState(false)
  const test = useCommand(() => client.channels.testMail(), { changes: ['channels'] })
  return (
    <Panel
      title="邮件服务器"
      note={
        mail &&
        (mail.enabled ? <StateTag tone="green">启用</StateTag> : <StateTag tone="grey">停用</StateTag>)
      }
      extra={
        !editing && (
          <Button size="small" onClick={() => setEditing(true)}>
            {mail ? '修改' : '设置'}
          </Button>
        )
      }
    >
      {editing ? (
        <MailForm mail={mail} onClose={() => setEditing(false)} />
      ) : mail ? (
        <>
          <p>
            {mail.host}:{mail.port}，{securities[mail.security]}
          </p>
          <p className={styles.facts}>
            发件人 {mail.fromName} {mail.fromAddress}
            {mail.username && `，用户名 ${mail.username}`}
          </p>
          <div className={styles.test}>
            <Button disabled={!mail.enabled} loading={test.isPending} onClick={() => test.mutate()}>
              给自己发一封测试邮件
            </Button>
            <TestResults result={test.data} error={test.error} />
          </div>
        </>
      ) : (
        <p className={styles.facts}>还没有邮件服务器，提醒不发邮件。填上公司的 SMTP 就能发。</p>
      )}
    </Panel>
  )
}

function MailForm({ mail, onClose }: { mail: MailSettings | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const reload = () => void queryClient.invalidateQueries({ queryKey: ['channels'] })
  const form = useProblemForm({
    initial: {
      ...{ host: mail?.host ?? '', port: mail?.port ?? 465, security: mail?.security ?? ('tls' as const) },
      ...{ username: mail?.username ?? '', password: '' },
      ...{ fromAddress: mail?.fromAddress ?? '', fromName: mail?.fromName ?? '卓维提醒' },
      enabled: mail?.enabled ?? true,
    },
    send: (values) => client.channels.saveMail({ body: { ...values, version: mail?.version ?? 0 } }),
    onDone: () => {
      reload()
      onClose()
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
      <FormFields>
        <FormField form={form} name="host" label="服务器" required prompt="如 smtp.exmail.qq.com">
          {(control) => <Input {...control} onChange={({ target }) => form.set('host', target.value)} />}
        </FormField>
        <FormField form={form} name="security" label="加密">
          {({ value, ...control }) => (
            <Select
              {...control}
              value={value}
              options={Object.entries(securities).map(([key, label]) => ({ value: key, label }))}
              onChange={(security: MailSettings['security']) => form.set('security', security)}
            />
          )}
        </FormField>
        <FormField form={form} name="port" label="端口" required>
          {(control) => <InputNumber {...control} onChange={(port) => form.set('port', Number(port ?? 0))} />}
        </FormField>
        <FormField form={form} name="username" label="用户名" prompt="不需要登录就留空">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              onChange={({ target }) => form.set('username', target.value)}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="password"
          label="密码"
          prompt={mail?.hasPassword ? '已保存，不改就留空' : '邮箱的授权码或密码'}
        >
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              onChange={({ target }) => form.set('password', target.value)}
            />
          )}
        </FormField>
        <FormField form={form} name="fromAddress" label="发件地址" required>
          {(control) => (
            <Input {...control} onChange={({ target }) => form.set('fromAddress', target.value)} />
          )}
        </FormField>
        <FormField form={form} name="fromName" label="发件人" required>
          {(control) => <Input {...control} onChange={({ target }) => form.set('fromName', target.value)} />}
        </FormField>
        <FormField form={form} name="enabled" label="状态">
          {({ value, ...control }) => (
            <Select
              {...control}
              value={value}
              options={[
                { value: true, label: '启用' },
                { value: false, label: '停用' },
              ]}
              onChange={(enabled: boolean) => form.set('enabled', enabled)}
            />
          )}
        </FormField>
      </FormFields>
      <StepRefusal error={form.refusal} reload={reload} />
      <div className={styles.verbs}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  )
}
