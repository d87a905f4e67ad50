import { PlusOutlined } from '@ant-design/icons'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Meeting } from '@zhuowei/contract/meeting-shapes.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { MeetingsTabs } from './MeetingsTabs.tsx'
import { formText, MeetingState } from './words.tsx'

const route = getRouteApi('/shell/meetings')

/** 四: what is coming in its order, with what waits for its minutes; or what was. */
export function MeetingsPage() {
  const { when } = route.useSearch()
  const navigate = useNavigate({ from: '/meetings' })
  const phone = usePhone()
  const { rights } = useSession()
  const source = usePages(readPages('meetings', 'list', { query: { when: when ?? 'coming' } }))
  const open = (meetingId: string) => void navigate({ to: '/meetings/$meetingId', params: { meetingId } })
  const convenes = rights.includes('meetings.convene')
  const verb = rights.includes('meetings.take_part') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate({ to: '/meetings/new' })}>
      {convenes ? '召集会议' : '提议开会'}
    </Button>
  )
  return (
    <Page>
      <PageHeader title="会议" views={<MeetingsTabs current="/meetings" />} extra={verb} />
      <Panel
        flush
        title={when === 'past' ? '开过的会' : '将开的会'}
        extra={
          <Segments
            label="哪些会议"
            value={when ?? 'coming'}
            onChange={(value) => void navigate({ search: value === 'past' ? { when: value } : {} })}
            options={[
              { value: 'coming', label: '将开的' },
              { value: 'past', label: '开过的' },
            ]}
          />
        }
      >
        <TwoLineList
          label="会议"
          source={source}
          keyOf={({ id }) => id}
          columns={phone ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) 180px 150px 120px'}
          row={(meeting) => <MeetingRow meeting={meeting} wide={!phone} />}
          selected={null}
          onSelect={(id) => id && open(id)}
          onOpen={({ id }) => open(id)}
          foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 次` : `共 ${shown} 次`}</span>}
          empty={
            <EmptyState
              title={when === 'past' ? '还没有开过会' : '没有将开的会'}
              note="周例会按制度每周一 09:30 自动排出（四.1）；临时会议由部门经理召集（四.2）。"
            />
          }
        />
      </Panel>
    </Page>
  )
}

function MeetingRow({ meeting, wide }: { meeting: Meeting; wide: boolean }) {
  const { title, number, state, startsAt, place, changeReason, invited, attended, openActionItems } = meeting
  const about = [number, formText(meeting), place, changeReason].filter(Boolean).join('，')
  const came = invited > 0 && state !== 'planned' && state !== 'proposed' ? `到会 ${attended}/${invited}` : ''
  return (
    <>
      <TwoLines
        title={title}
        tag={<MeetingState state={state} />}
        facts={
          wide ? (
            about
          ) : (
            <>
              <InstantText at={startsAt} />，{about}
            </>
          )
        }
      />
      {wide && <InstantText at={startsAt} />}
      {wide && <span>{openActionItems > 0 ? `${openActionItems} 项遗留问题未了` : ''}</span>}
      {wide && <span>{came}</span>}
    </>
  )
}
