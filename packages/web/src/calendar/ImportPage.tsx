import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { CalendarImportResult } from '@zhuowei/contract/calendar.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useNow } from '../ui/clock.ts'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { ImportInputs, type ImportValues } from './ImportInputs.tsx'
import styles from './ImportPage.module.css'
import { ImportPreview } from './ImportPreview.tsx'

const route = getRouteApi('/shell/settings/calendar/import')

/** The notice of the State Council, a list or single days: first what would change, then in one step. */
export function ImportPage() {
  const thisYear = Number(shanghaiDate(useNow()).slice(0, 4))
  const { year = thisYear + 1 } = route.useSearch()
  const navigate = useNavigate()
  const [foretold, setForetold] = useState<{ result: CalendarImportResult; body: Body } | null>(null)
  const form = useProblemForm<ImportValues, CalendarImportResult>({
    initial: { text: '', kind: 'notice', year },
    send: (values) => client.calendar.previewImport({ body: bodyOf(values) }),
    onDone: (result, values) => setForetold({ result, body: bodyOf(values) }),
  })
  const back = () => void navigate({ to: '/settings/calendar', search: { year: form.values.year } })
  const isStale = foretold !== null && !sameBody(foretold.body, bodyOf(form.values))
  return (
    <Page>
      <PageHeader title="导入放假通知" note="先看会改变什么，再一次写入。" onBack={back} />
      <Columns aside={520}>
        <Stack>
          <Panel>
            <form
              className={styles.form}
              onSubmit={(event) => {
                event.preventDefault()
                form.submit()
              }}
            >
              {form.refusal !== null && <RefusalBox error={form.refusal} />}
              <ImportInputs form={form} />
              <div>
                <Button
                  type={foretold && !isStale ? 'default' : 'primary'}
                  htmlType="submit"
                  loading={form.submitting}
                >
                  看看会改变什么
                </Button>
              </div>
            </form>
          </Panel>
        </Stack>
        {foretold && !isStale && <Commit {...foretold} onDone={back} />}
      </Columns>
    </Page>
  )
}

interface Body {
  text: string
  officialYear: number | null
}

const bodyOf = ({ text, kind, year }: ImportValues): Body => ({
  text,
  officialYear: kind === 'notice' ? year : null,
})

const sameBody = (one: Body, other: Body) =>
  one.text === other.text && one.officialYear === other.officialYear

interface CommitProps {
  result: CalendarImportResult
  body: Body
  onDone: () => void
}

function Commit({ result, body, onDone }: CommitProps) {
  const queryClient = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const { missingFestivals } = result
  const isPart = missingFestivals.length > 0
  const [confirmed, setConfirmed] = useState(false)
  const commit = useCommand(
    () => client.calendar.import({ body: { ...body, incomplete: confirmed }, idempotencyKey: key }),
    {
      changes: ['calendar', 'today', 'reports', 'compliance'],
      onDone: () => {
        void queryClient.invalidateQueries()
        onDone()
      },
    },
  )
  const nothing = result.days.length + result.confirmedDays === 0
  return (
    <Stack>
      {commit.error && <RefusalBox error={commit.error} />}
      {isPart && !nothing && (
        <section className={styles.part} aria-label="没有列出的节日">
          <strong>没有读到{missingFestivals.join('、')}</strong>
          <p>
            写入后，这些日子按平常的周计：周一至周五要上班、要交日报。多半是通知没有粘贴完整，请补上再看一次。
          </p>
          <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
            我核对过，{body.officialYear} 年这些节日确实不放假
          </Checkbox>
        </section>
      )}
      <ImportPreview result={result} />
      {!nothing && (
        <div>
          <Button
            type="primary"
            disabled={isPart && !confirmed}
            loading={commit.isPending}
            onClick={() => commit.mutate()}
          >
            {isPart && !confirmed
              ? `先确认没有列出的 ${missingFestivals.length} 个节日`
              : body.officialYear
                ? `写入 ${body.officialYear} 年日历`
                : `写入 ${result.days.length} 天`}
          </Button>
        </div>
      )}
    </Stack>
  )
}
