import { useQuery } from '@tanstack/react-query'
import { type GroupRobot, providerLabel, type RobotProvider } from '@zhuowei/contract/channels.ts'
import { Button, Checkbox, Input, Select } from 'antd'
import { client, read } from '../app/client.ts'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { StepRefusal } from '../ui/StepRefusal.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './MailPanel.module.css'

/** A new robot, or another name or address of one; what is stored of the address is never shown again. */
export function RobotForm({ robot, onClose }: { robot?: GroupRobot; onClose: () => void }) {
  const divisions = useQuery(read('organisation', 'divisions')).data?.items ?? []
  const form = useProblemForm({
    initial: {
      divisionId: robot?.division.id ?? '',
      provider: robot?.provider ?? ('wecom' as RobotProvider),
      ...{ name: robot?.name ?? '', address: '', secret: '', enabled: robot?.enabled ?? true },
    },
    send: ({ divisionId, provider, address, ...values }, idempotencyKey) =>
      robot
        ? client.channels.updateRobot({
            params: { id: robot.id },
            body: { ...values, ...(address && { address }), version: robot.version },
          })
        : client.channels.addRobot({
            body: { ...values, divisionId: divisionId || (divisions[0]?.id ?? ''), provider, address },
            idempotencyKey,
          }),
    onDone: onClose,
  })
  const { provider } = form.values
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormFields>
        {!robot && divisions.length > 1 && (
          <FormField form={form} name="divisionId" label="事业部" required>
            {({ value, ...control }) => (
              <Select
                {...control}
                value={value || divisions[0]?.id}
                options={divisions.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(divisionId: string) => form.set('divisionId', divisionId)}
              />
            )}
          </FormField>
        )}
        {!robot && (
          <FormField form={form} name="provider" label="哪一家" required>
            {({ value, ...control }) => (
              <Select
                {...control}
                value={value}
                options={Object.entries(providerLabel).map(([key, label]) => ({ value: key, label }))}
                onChange={(next: RobotProvider) => form.set('provider', next)}
              />
            )}
          </FormField>
        )}
        <FormField form={form} name="name" label="群名" required>
          {(control) => <Input {...control} onChange={({ target }) => form.set('name', target.value)} />}
        </FormField>
        <FormField
          form={form}
          name="address"
          label="机器人地址"
          required={!robot}
          prompt={robot ? '已保存，不改就留空' : '群里添加机器人后复制'}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              onChange={({ target }) => form.set('address', target.value)}
            />
          )}
        </FormField>
        {provider !== 'wecom' && (
          <FormField
            form={form}
            name="secret"
            label="加签密钥"
            prompt={robot?.hasSecret ? '已保存，不改就留空' : '机器人安全设置里的签名'}
          >
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="new-password"
                onChange={({ target }) => form.set('secret', target.value)}
              />
            )}
          </FormField>
        )}
      </FormFields>
      <Checkbox checked={form.values.enabled} onChange={({ target }) => form.set('enabled', target.checked)}>
        启用
      </Checkbox>
      <StepRefusal error={form.refusal} reload={onClose} />
      <div className={styles.verbs}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          {robot ? '保存' : '登记'}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  )
}
