import type { AgendaItem, MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { daysBetween, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { weeklyMeetingAgenda } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { DateText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useDraft } from '../ui/useDraft.ts'
import { AnswerRequest } from './AnswerRequest.tsx'
import { CloseActionItem } from './CloseActionItem.tsx'
import { changedByMeeting } from './changed.ts'
import styles from './meetings.module.css'
import { ActionItemTag, SupportState, weekText } from './words.tsx'

const clauses = ['四.1.1)①', '四.1.1)②', '四.1.1)③'] as const

/** 四.1.1) the three prescribed sections in their order, and behind them what people brought. */
export function Agenda({ meeting }: { meeting: MeetingRecord }) {
  const topics = meeting.agenda.filter(({ section }) => section === 0)
  return (
    <>
      {meeting.kind === 'regular' &&
        weeklyMeetingAgenda.map((heading, index) => (
          <Section
            key={heading}
            heading={heading}
            clause={clauses[index]}
            count={countIn(meeting, index + 1)}
          >
            <SectionRows meeting={meeting} section={index + 1} />
          </Section>
        ))}
      {(topics.length > 0 || meeting.can.addTopic) && (
        <Section heading="议题" count={topics.length > 0 ? `${topics.length} 项` : ''}>
          <SectionRows meeting={meeting} section={0} />
          {meeting.can.addTopic && <AddTopic meeting={meeting} />}
        </Section>
      )}
    </>
  )
}

export function SectionRows({ meeting, section }: { meeting: MeetingRecord; section: number }) {
  const items = meeting.agenda.filter((item) => item.section === section)
  return (
    <>
      {items.length > 0 ? (
        <ul className={styles.rows}>
          {items.map((item) => (
            <AgendaRow key={item.key} item={item} meeting={meeting} />
          ))}
        </ul>
      ) : (
        section > 0 && <p className={styles.note}>{nothing[section]}</p>
      )}
      {section === 2 && meeting.withoutPlan.length > 0 && (
        <p className={styles.note}>
          {meeting.startedAt ? '开会时没有交的：' : '还没有交的：'}
          {meeting.withoutPlan.map(({ name }) => name).join('、')}
          {!meeting.startedAt && '；开会以前交的会自动列入'}
        </p>
      )}
    </>
  )
}

const nothing: Record<number, string> = {
  1: '没有上周遗留问题。',
  2: '没有人交本周计划。',
  3: '没有人提出需要资源及支持。',
}

export function countIn(meeting: MeetingRecord, section: number): string {
  const count = meeting.agenda.filter((item) => item.section === section).length
  if (section === 2)
    return `${count} 人已交${meeting.withoutPlan.length > 0 ? `，${meeting.withoutPlan.length} 人没交` : ''}`
  return count > 0 ? `${count} 项` : ''
}

interface SectionProps {
  heading: string
  clause?: string | undefined
  count: string
  children: ReactNode
}

function Section({ heading, clause, count, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={heading}>
      <h3>
        {heading} {count && <small>{count}</small>} {clause && <ClauseChip clause={clause} />}
      </h3>
      {children}
    </section>
  )
}

function AgendaRow({ item, meeting }: { item: AgendaItem; meeting: MeetingRecord }) {
  const { person, lines, actionItem, supportRequest } = item
  return (
    <li>
      <span className={styles.who}>{person.name}</span>
      <div className={styles.what}>
        {lines.length > 1 ? (
          <ul>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a plan stand as they were handed in
              <li key={index}>{line}</li>
            ))}
          </ul>
        ) : (
          <p>{lines[0] ?? '计划没有内容'}</p>
        )}
        {actionItem && (
          <small>
            期限 <DateText date={actionItem.dueOn} />
            ，记于 {actionItem.meeting.number}
            {actionItem.closeNote && `；${actionItem.closeNote}`}
          </small>
        )}
        {supportRequest && <Asked item={item} />}
      </div>
      <div className={styles.aside}>
        {actionItem && <ActionItemTag item={actionItem} />}
        {actionItem?.can.close && <CloseActionItem item={actionItem} />}
        {supportRequest && <SupportState state={supportRequest.state} />}
        {item.can.remove && <RemoveTopic meeting={meeting} topicId={item.id ?? ''} />}
      </div>
      {supportRequest?.can.decide && <AnswerRequest request={supportRequest} />}
    </li>
  )
}

/** Since when it waits, or what was answered. */
function Asked({ item: { supportRequest } }: { item: AgendaItem }) {
  const today = shanghaiDate(useNow())
  if (!supportRequest) return null
  const { week, createdAt, decidedBy, reply, awaits, can } = supportRequest
  const days = daysBetween(shanghaiDate(new Date(createdAt)), today)
  if (decidedBy)
    return (
      <small>
        {decidedBy.name}：{reply}
      </small>
    )
  return (
    <small>
      {weekText(week)}，{days > 0 ? `等了 ${days} 天` : '今天提出'}
      {awaits && !can.decide && `，由${awaits.name}答复`}
    </small>
  )
}

function AddTopic({ meeting }: { meeting: MeetingRecord }) {
  const { person } = useSession()
  const draft = useDraft({ owner: person.id, key: `topic-${meeting.id}` }, { body: '' })
  const add = useCommand(
    ({ body, key }: { body: string; key: string }) =>
      client.meetings.addTopic({ params: { id: meeting.id }, body: { body }, idempotencyKey: key }),
    { changes: changedByMeeting, onDone: () => draft.clear({ body: '' }) },
  )
  const { body } = draft.value
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault()
        if (body.trim()) add.mutate({ body, key: crypto.randomUUID() })
      }}
    >
      <div className={styles.add}>
        <Input
          aria-label="议题"
          placeholder="提一个议题，回车加上"
          maxLength={500}
          value={body}
          onChange={({ target }) => draft.setValue(() => ({ body: target.value }))}
        />
        <Button htmlType="submit" disabled={!body.trim()} loading={add.isPending}>
          提议题
        </Button>
      </div>
      {add.error && <RefusalBox error={add.error} />}
    </form>
  )
}

function RemoveTopic({ meeting, topicId }: { meeting: MeetingRecord; topicId: string }) {
  const remove = useCommand(() => client.meetings.removeTopic({ params: { id: meeting.id, topicId } }), {
    changes: changedByMeeting,
  })
  return (
    <Button type="text" size="small" loading={remove.isPending} onClick={() => remove.mutate()}>
      撤下
    </Button>
  )
}

/** When the agenda comes, in words. */
export function AgendaNote({ meeting }: { meeting: MeetingRecord }) {
  const { kind, state, agendaAt, agendaBuiltAt } = meeting
  if (kind !== 'regular' || state !== 'planned') return null
  if (agendaBuiltAt) return <>开会以前交的计划和支持需求还会列入</>
  return <>{agendaAt && `${shanghaiTime(new Date(agendaAt))} 自动生成，现在看到的是预览`}</>
}
