import { useQueryClient } from '@tanstack/react-query'
import type { ActionItem, MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button, Input, Select } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { DateField } from '../ui/DateField.tsx'
import { DateText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { CloseActionItem } from './CloseActionItem.tsx'
import { changedByMeeting } from './changed.ts'
import styles from './meetings.module.css'
import { ActionItemTag } from './words.tsx'

/** 遗留问题 of this meeting: owner and date; a new one is one line while people talk. */
export function ActionItemRows({ meeting }: { meeting: MeetingRecord }) {
  const { actionItems, can, state } = meeting
  const adds = can.writeMinutes && (state === 'running' || state === 'ended')
  return (
    <>
      {actionItems.length > 0 ? (
        <ul className={styles.rows}>
          {actionItems.map((item) => (
            <ActionItemRow key={item.id} item={item} />
          ))}
        </ul>
      ) : (
        <p className={styles.note}>{adds ? '还没有记遗留问题。' : '没有遗留问题。'}</p>
      )}
      {adds && <AddActionItem meeting={meeting} />}
    </>
  )
}

function ActionItemRow({ item }: { item: ActionItem }) {
  return (
    <li>
      <span className={styles.who}>{item.owner.name}</span>
      <div className={styles.what}>
        <p>{item.body}</p>
        <small>
          期限 <DateText date={item.dueOn} />
          {item.closeNote && `；${item.closeNote}`}
        </small>
      </div>
      <div className={styles.aside}>
        <ActionItemTag item={item} />
        {item.can.close && <CloseActionItem item={item} />}
      </div>
    </li>
  )
}

function AddActionItem({ meeting }: { meeting: MeetingRecord }) {
  const queryClient = useQueryClient()
  const { person } = useSession()
  const today = shanghaiDate(useNow())
  const form = useProblemForm({
    initial: {
      body: '',
      ownerId: null as string | null,
      dueOn: addDays(shanghaiDate(new Date(meeting.startsAt)), 4),
    },
    required: { body: '请填写遗留问题', ownerId: '请选择负责人', dueOn: '请选择期限' },
    draft: { owner: person.id, key: `action-item-${meeting.id}` },
    send: (values, idempotencyKey) =>
      client.actionItems.add({
        body: { ...values, ownerId: values.ownerId ?? '', meetingId: meeting.id },
        idempotencyKey,
      }),
    onDone: (_, { dueOn }) => {
      form.draft.clear({ body: '', ownerId: null, dueOn })
      for (const module of changedByMeeting) void queryClient.invalidateQueries({ queryKey: [module] })
    },
  })
  const problems = ['body', 'ownerId', 'dueOn'].flatMap((path) => form.errorOf(path) ?? [])
  const { status: bodyStatus, ...body } = form.control('body')
  const { status: ownerStatus, value: ownerId, ...owner } = form.control('ownerId')
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <div className={styles.add}>
        <Input
          {...body}
          status={bodyStatus}
          aria-label="遗留问题"
          placeholder="记一项遗留问题"
          maxLength={500}
          onChange={({ target }) => form.set('body', target.value)}
        />
        <Select
          {...owner}
          status={ownerStatus}
          aria-label="负责人"
          placeholder="负责人"
          value={ownerId}
          showSearch={{ optionFilterProp: 'label' }}
          options={meeting.owners.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => form.set('ownerId', next)}
        />
        <div>
          <DateField
            {...form.control('dueOn')}
            aria-label="期限"
            min={today}
            onChange={(dueOn) => form.set('dueOn', dueOn)}
          />
        </div>
        <Button htmlType="submit" loading={form.submitting}>
          记下
        </Button>
      </div>
      {problems.length > 0 && <RefusalBox title={problems.join('；')} />}
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
    </form>
  )
}
