import { useQueryClient } from '@tanstack/react-query'
import type { ReminderChoices } from '@zhuowei/contract/channels.ts'
import { type Topic, topicLabel, topics } from '@zhuowei/domain/channels/kinds.ts'
import { Button, Checkbox, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { client } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './ChoicesForm.module.css'

interface Values {
  mailTopics: Topic[]
  pushTopics: Topic[]
  ownQuiet: boolean
  quietFrom: string
  quietTo: string
  onLeave: boolean
}

/** Topic by topic: in the application always, by mail and on devices as one likes. */
export function ChoicesForm({ choices }: { choices: ReminderChoices }) {
  const queryClient = useQueryClient()
  const [saved, setSaved] = useState(false)
  const { mail, push, quiet, version } = choices
  const initial: Values = {
    ...{ mailTopics: mail.topics, pushTopics: push.topics, onLeave: choices.onLeave },
    ...{ ownQuiet: quiet.own, quietFrom: quiet.from, quietTo: quiet.to },
  }
  const form = useProblemForm({
    initial,
    send: ({ ownQuiet, quietFrom, quietTo, ...values }) =>
      client.channels.choose({
        body: {
          ...values,
          quietFrom: ownQuiet ? quietFrom : null,
          quietTo: ownQuiet ? quietTo : null,
          version,
        },
      }),
    onDone: (next) => {
      queryClient.setQueryData(['channels', 'mine', null], next)
      setSaved(true)
    },
  })
  const { values } = form
  const toggle = (name: 'mailTopics' | 'pushTopics', topic: Topic, on: boolean) =>
    form.set(name, on ? [...values[name], topic] : values[name].filter((one) => one !== topic))
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <Panel title="提醒什么" note="系统里的通知一直都有" flush>
        <table className={styles.topics}>
          <thead>
            <tr>
              <th scope="col">内容</th>
              <th scope="col">邮件</th>
              <th scope="col">设备推送</th>
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <tr key={topic}>
                <th scope="row">
                  {topicLabel[topic]}
                  <small>{examples[topic]}</small>
                </th>
                {(['mailTopics', 'pushTopics'] as const).map((name) => (
                  <td key={name}>
                    <Checkbox
                      aria-label={`${topicLabel[topic]}，${name === 'mailTopics' ? '邮件' : '设备推送'}`}
                      checked={values[name].includes(topic)}
                      onChange={({ target }) => toggle(name, topic, target.checked)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.mail}>{mailWords(mail)}</p>
      </Panel>
      <Panel title="什么时候不打扰" note={<ClauseChip clause="五.1.3)①" />}>
        <QuietHours
          values={values}
          usual={quiet}
          onChange={(next) => form.change((before) => ({ ...before, ...next }))}
        />
        <p className={styles.note}>
          免打扰时间里的提醒留到之后再发；到那时已经来不及的，当时就发。请假期间不提醒。
        </p>
        <Checkbox checked={values.onLeave} onChange={({ target }) => form.set('onLeave', target.checked)}>
          请假期间也提醒我
        </Checkbox>
      </Panel>
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
      <div className={styles.verbs}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          保存
        </Button>
        <span aria-live="polite">{saved && '已保存'}</span>
      </div>
    </form>
  )
}

const examples: Record<Topic, string> = {
  deadline: '日报周报月报到期、催办、未填名单',
  work: '点评、交办、口头汇报、建议',
  approval: '请假、出差、导出的申请和结果',
  meeting: '会议通知、支持需求',
  customer: '分派、等级变化、投诉、交接',
  system: '受限画像、个人信息请求、审计；外面只说有一条',
}

function mailWords({ address, enabled }: ReminderChoices['mail']): string {
  if (!enabled) return '系统管理员还没有启用邮件。'
  return address
    ? `邮件发到 ${address}，要改请找系统管理员。`
    : '通讯录里还没有您的邮箱，请找系统管理员填上。'
}

interface QuietHoursProps {
  values: Values
  usual: ReminderChoices['quiet']
  onChange: (next: Partial<Values>) => void
}

function QuietHours({ values, usual, onChange }: QuietHoursProps) {
  const id = useId()
  return (
    <>
      <Radio.Group
        vertical
        aria-label="免打扰时间"
        value={values.ownQuiet}
        onChange={({ target }) => onChange({ ownQuiet: target.value })}
        options={[
          { value: false, label: usual.own ? '按制度参数' : `按制度参数：${usual.from} 到 ${usual.to}` },
          { value: true, label: '自己定' },
        ]}
      />
      {values.ownQuiet && (
        <div className={styles.hours}>
          <label htmlFor={`${id}-from`}>从</label>
          <Select
            id={`${id}-from`}
            value={values.quietFrom}
            options={halfHours}
            onChange={(quietFrom) => onChange({ quietFrom })}
          />
          <label htmlFor={`${id}-to`}>到</label>
          <Select
            id={`${id}-to`}
            value={values.quietTo}
            options={halfHours}
            onChange={(quietTo) => onChange({ quietTo })}
          />
        </div>
      )}
    </>
  )
}

const halfHours = Array.from({ length: 48 }, (_, half) => {
  const time = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
  return { value: time, label: time }
})
